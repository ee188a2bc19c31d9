/** Time and randomness of this device: for waiting, idempotency keys and looks, never for deciding. */
export interface Device {
  now(): number
  /** 32 characters `[0-9a-f]`, unguessable. */
  randomKey(): string
}
