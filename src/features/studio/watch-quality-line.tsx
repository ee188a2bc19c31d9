import { Text, View } from '@tarojs/components'
import { useCallback } from 'react'
import type { RoomId } from '@/domain/ids'
import { MINUTE, SECOND } from '@/domain/time'
import { merchantBackend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'
import { cx } from '@/ui'
import styles from './watch-quality-line.module.scss'
import { useStudioWords } from './words/studio'

const every = (): number => MINUTE
const inSeconds = (ms: number): string => (ms / SECOND).toFixed(1)

/** How well people see the show, in one line; nothing is said before somebody has told. */
export function WatchQualityLine({ roomId }: { readonly roomId: RoomId }) {
  const words = useStudioWords().console.quality
  const load = useCallback(() => merchantBackend.call('insights', 'watch-quality', { roomId }), [roomId])
  const quality = knownValue(useServerTruth(load, every).truth)
  if (!quality || quality.stays === 0) return null
  const { firstFrameMs, latencyMs, stalledPerMille } = quality
  const parts = [
    firstFrameMs === null ? null : words.firstFrame(inSeconds(firstFrameMs)),
    stalledPerMille === null ? null : words.stalled((stalledPerMille / 10).toFixed(1)),
    latencyMs === null ? null : words.latency(inSeconds(latencyMs)),
    words.stays(quality.stays),
  ]
  return (
    <View className={cx(styles.line)}>
      <Text>{parts.filter((part) => part !== null).join(' · ')}</Text>
    </View>
  )
}
