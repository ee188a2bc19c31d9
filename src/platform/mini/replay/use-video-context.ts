import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { ReplayVideoProps } from '../../ports/replay-player'

/** One replay is on a page at a time. */
export const VIDEO_ID = 'replay-video'

/** The component is told by a context, not by its properties. */
export function useVideoContext({ isPaused, rate, onSeek }: ReplayVideoProps): void {
  const context = useRef<ReturnType<typeof Taro.createVideoContext> | null>(null)
  const hasBegun = useRef(false)
  const give = useRef(onSeek)
  useEffect(() => {
    const video = Taro.createVideoContext(VIDEO_ID)
    context.current = video
    give.current((ms) => {
      video.seek(ms / 1000)
    })
  }, [])
  useEffect(() => {
    // it starts by itself
    if (hasBegun.current || isPaused) context.current?.[isPaused ? 'pause' : 'play']()
    hasBegun.current = true
  }, [isPaused])
  useEffect(() => {
    if (rate !== 1 || hasBegun.current) context.current?.playbackRate(rate)
  }, [rate])
}
