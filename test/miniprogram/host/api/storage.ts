import type { Api, HostParts } from '../world'
import { Refusal, text, type MakePlayable, type Options } from './playable'

/** Storage lives as long as the window: a phone that was never used before. */
export function storageApi({ target }: HostParts, playable: MakePlayable): Api {
  const kept = new Map<string, string>()
  const put = (key: string, value: unknown): void => {
    kept.set(key, JSON.stringify(value ?? null))
  }
  const take = (key: string): unknown => {
    const json = kept.get(key)
    return json === undefined ? undefined : (JSON.parse(json) as unknown)
  }
  const later = {
    getStorage: playable('getStorage', (options) => {
      const key = text(options, 'key')
      if (target === 'weapp' && !kept.has(key)) throw new Refusal('data not found')
      return { data: take(key) ?? null }
    }),
    setStorage: playable('setStorage', (options) => {
      put(text(options, 'key'), options.data)
    }),
    removeStorage: playable('removeStorage', (options) => {
      kept.delete(text(options, 'key'))
    }),
    clearStorageSync: () => {
      kept.clear()
    },
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10_240 }),
  }
  if (target === 'alipay')
    return {
      ...later,
      getStorageSync: (options: Options) => ({ data: take(text(options, 'key')) ?? null }),
      setStorageSync: (options: Options) => {
        put(text(options, 'key'), options.data)
      },
      removeStorageSync: (options: Options) => {
        kept.delete(text(options, 'key'))
      },
    }
  return {
    ...later,
    getStorageSync: (key: string) => take(key) ?? '',
    setStorageSync: put,
    removeStorageSync: (key: string) => {
      kept.delete(key)
    },
  }
}
