import type { Result } from '@/domain/result'

export interface PickedFile<T> {
  readonly name: string
  readonly content: T
}
/** `unsupported`: this host cannot pick such a file; offer another way. */
export type PickFailure = 'cancelled' | 'unsupported' | 'unreadable' | 'too-large'

export interface FilePicker {
  /** One text file (CSV), decoded as UTF-8, or as GB18030 when it is not UTF-8 and the host can. */
  pickText(): Promise<Result<PickedFile<string>, PickFailure>>
  /** Up to `max` pictures of at most 1 MiB each, as base64. */
  pickPictures(max: number): Promise<Result<readonly PickedFile<string>[], PickFailure>>
}
