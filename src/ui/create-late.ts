/** What a browser loads when it is needed, once, and again if that failed. */
export interface Late<T> {
  /** Null until it has come, for which `subscribe` has the signal. */
  readonly read: () => T | null
  /** Whoever asks at the same time waits for the same; rejects when the network does not give it. */
  readonly load: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

export function createLate<T>(bring: () => Promise<T>): Late<T> {
  let value: T | null = null
  let onItsWay: Promise<void> | null = null
  const listeners = new Set<() => void>()

  async function fetch(): Promise<void> {
    value = await bring()
    for (const listener of listeners) listener()
  }

  return {
    read: () => value,
    load() {
      if (value !== null) return Promise.resolve()
      onItsWay ??= fetch().finally(() => {
        onItsWay = null
      })
      return onItsWay
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
