import Taro from '@tarojs/taro'
import type { KeyValueStore } from '../ports/key-value-store'

export const keyValueStore: KeyValueStore = {
  get(key) {
    try {
      const value: unknown = Taro.getStorageSync(key)
      return typeof value === 'string' && value !== '' ? value : null
    } catch {
      return null
    }
  },
  set(key, value) {
    try {
      Taro.setStorageSync(key, value)
    } catch {
      // Full storage: what is kept here can be asked for again.
    }
  },
  remove(key) {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // Nothing was stored then.
    }
  },
}
