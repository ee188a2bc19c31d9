import { en } from './en'
import type { LazyCopy } from './lazy-copy'

/** Mini-programs load no code at run time: it is in the package. */
export const english: LazyCopy = { read: () => en, subscribe: () => () => undefined }
