/** What the host itself draws over the top of a page that has no bar. */
export interface PageTop {
  readonly insetPx: number
  /** The host's own way back is there already. */
  readonly hasBack: boolean
}

export interface Viewport {
  widthPx(): number
  /** Tells of every change of the width until the returned function is called. */
  subscribe(listener: () => void): () => void
  pageTop(): PageTop
}
