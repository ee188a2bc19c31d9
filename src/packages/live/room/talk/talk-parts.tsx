import { TalkStrip } from '@/features/chat'

/** What lies over the show and is about talking, besides the chat itself. */
export const talkParts = { TalkStrip }
