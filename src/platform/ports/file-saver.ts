import type { Result } from '@/domain/result'

/** `cancelled`: the person changed their mind. `failed`: the host did not do it; offer the clipboard. */
export type SaveFailure = 'cancelled' | 'failed'

export interface FileSaver {
  /**
   * How a text file reaches the person here: into the browser's downloads, on to a chat of theirs, or not at all, in
   * which case the clipboard is what is left.
   */
  readonly way: 'download' | 'send' | 'none'
  /** Hands over a text file. To be called within a tap, before anything is waited for: hosts insist on that. */
  saveText(name: string, text: string): Promise<Result<null, SaveFailure>>
}
