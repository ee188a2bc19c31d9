import type { Result } from '@/domain/result'

export interface PickedFile<T> {
  readonly name: string
  readonly content: T
}
/**
 * `unsupported`: this host cannot pick such a file; offer another way. `denied`: the person, or their phone, does not
 * let this app see pictures; offer `openSettings`.
 */
export type PickFailure = 'cancelled' | 'denied' | 'unsupported' | 'unreadable' | 'too-large'

export interface FilePicker {
  /** One text file (CSV), decoded as UTF-8, or as GB18030 when it is not UTF-8 and the host can. */
  pickText(): Promise<Result<PickedFile<string>, PickFailure>>
  /** Up to `max` pictures of at most 1 MiB each, as base64. */
  pickPictures(max: number): Promise<Result<readonly PickedFile<string>[], PickFailure>>
  /**
   * Where the person allows what they had denied; true when they are back from there. To be called within a tap. Not
   * there on a host that denies nothing.
   */
  openSettings?(): Promise<boolean>
}
