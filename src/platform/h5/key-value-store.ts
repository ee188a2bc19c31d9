import type { KeyValueStore } from '../ports/key-value-store'
import { readPersona } from './persona'

const persona = readPersona()
const area = (): Storage => (persona === null ? window.localStorage : window.sessionStorage)
const scoped = (key: string): string => `livestall.${persona ?? 'guest'}.${key}`

// Storage throws where cookies are forbidden: it then behaves as empty.
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action()
  } catch {
    return otherwise
  }
}

export const keyValueStore: KeyValueStore = {
  get: (key) => attempt(() => area().getItem(scoped(key)), null),
  set(key, value) {
    attempt(() => {
      area().setItem(scoped(key), value)
    }, undefined)
  },
  remove(key) {
    attempt(() => {
      area().removeItem(scoped(key))
    }, undefined)
  },
}
