export interface Departure {
  /** Tells when the whole app is going away and only a last word can be sent; until the answer is called. */
  subscribe(listener: () => void): () => void
}
