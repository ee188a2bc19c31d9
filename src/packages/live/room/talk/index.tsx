import { talkParts } from './talk-parts'

export const { TalkStrip } = talkParts
