/** Small texts kept on this device for this person. Full or forbidden storage behaves as empty. */
export interface KeyValueStore {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
}
