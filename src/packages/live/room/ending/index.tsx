import { endingParts } from './ending-parts'

export const { Ending } = endingParts
