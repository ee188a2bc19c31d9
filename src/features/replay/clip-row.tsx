import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Output } from '@/contracts'
import type { ProductId, RoomId } from '@/domain/ids'
import { backend } from '@/services/backend'
import { knownValue, useServerTruth } from '@/services/server-truth'
import { cx, Icon, Tappable } from '@/ui'
import styles from './clip-row.module.scss'
import { clockText } from './clock-text'
import { useReplayWords } from './words'

type Clip = Output<'rooms', 'list-clips'>['clips'][number]

export interface ClipsOfProduct {
  readonly productId: ProductId
  readonly onWatch: (roomId: RoomId, fromMs: number) => void
}

/** More than these are one tap further. */
const SHOWN = 1

/** Where a product was explained in earlier shows; nothing where it never was. */
export function ClipRow({ productId, onWatch }: ClipsOfProduct) {
  const words = useReplayWords()
  const [isOpen, setOpen] = useState(false)
  const load = useCallback(() => backend.call('rooms', 'list-clips', { productId }), [productId])
  const clips = knownValue(useServerTruth(load).truth)?.clips ?? []
  if (clips.length === 0) return null
  return (
    <View className={cx(styles.clips)}>
      {clips.slice(0, isOpen ? clips.length : SHOWN).map((clip) => (
        <One key={`${clip.roomId} ${clip.from}`} clip={clip} onWatch={onWatch} />
      ))}
      {!isOpen && clips.length > SHOWN && (
        <Tappable className={cx(styles.more)} onTap={() => setOpen(true)}>
          <Text>{words.moreClips(clips.length - SHOWN)}</Text>
        </Tappable>
      )}
    </View>
  )
}

function One({ clip, onWatch }: { readonly clip: Clip } & Pick<ClipsOfProduct, 'onWatch'>) {
  const words = useReplayWords()
  return (
    <Tappable
      className={cx(styles.clip)}
      label={words.clipLabel(clip.title)}
      onTap={() => onWatch(clip.roomId, clip.from)}
    >
      <Icon name="play" size="s" tone="brand" />
      <Text className={cx(styles.words)}>{`${words.clip} ${clockText(clip.to - clip.from)}`}</Text>
      <Text className={cx(styles.title)}>{clip.title}</Text>
      <Icon name="next" size="s" tone="soft" />
    </Tappable>
  )
}
