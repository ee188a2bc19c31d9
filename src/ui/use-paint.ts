import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { device } from '@/platform'
import { createPaint, type Paint } from './paint'

/** Four flushes a second: chat at forty lines a second stays readable, and the host's limit of twenty stays far. */
const EVERY_MS = 240

const later = (run: () => void, ms: number): void => {
  setTimeout(run, ms)
}

/** The heartbeat of a busy page; it rests while the page is hidden. */
export function usePaint(): Paint {
  const [paint] = useState(() => createPaint(EVERY_MS, { now: () => device.now(), later }))
  useDidShow(() => {
    paint.resume()
  })
  useDidHide(() => {
    paint.hold()
  })
  return paint
}
