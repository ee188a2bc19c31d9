import type { LazyCopy } from './lazy-copy'
import type { Copy } from './zh-cn'

let words: Copy | null = null
let isOnItsWay = false
const listeners = new Set<() => void>()

async function send(): Promise<void> {
  isOnItsWay = true
  try {
    words = (await import('./en')).en
    for (const listener of listeners) listener()
  } catch {
    // no network: Chinese stays, and whoever reads next asks again
  }
  isOnItsWay = false
}

/** Whoever opens a shared link reads Chinese, and should not wait 7 KiB for words that are shown when chosen. */
export const english: LazyCopy = {
  read() {
    if (words === null && !isOnItsWay) void send()
    return words
  },
  subscribe(listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
