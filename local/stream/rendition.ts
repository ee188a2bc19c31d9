import type { FlvViewer } from './flv-audience'

/** One way to receive a stream: as it is, or its sound alone. */
export interface Rendition {
  /** Lets a viewer in; false while nothing is on air. */
  join(viewer: FlvViewer): boolean
  leave(viewer: FlvViewer): void
  /** With its files in `folder`; null while there is nothing to play. */
  playlist(folder: string): string | null
  init(session: number): Buffer | null
  segment(sequence: number): Buffer | null
}
