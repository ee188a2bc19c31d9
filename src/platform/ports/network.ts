export interface Network {
  isOnline(): boolean
  /** Tells of every change until the returned function is called. */
  subscribe(listener: (isOnline: boolean) => void): () => void
}
