export interface Clipboard {
  /** Rejects when the host does not let us. Says nothing by itself: words are the caller's. */
  write(text: string): Promise<void>
}
