import Taro from '@tarojs/taro'
import type { Network } from '../ports/network'

let isOnline = true
const listeners = new Set<(isOnline: boolean) => void>()
let isWatching = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  Taro.onNetworkStatusChange((status) => {
    isOnline = status.isConnected
    for (const listener of listeners) listener(isOnline)
  })
}

export const network: Network = {
  isOnline: () => isOnline,
  subscribe(listener) {
    watch()
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
