import { Slider, View } from '@tarojs/components'
import type { SeekBarProps } from '../../ports/replay-player'

interface Moved {
  readonly detail: { readonly value: number }
}

/** The host's own slider. */
export function SeekBar({ className, label, valueText, seconds, length, onMove, onSeek }: SeekBarProps) {
  const forReaders = { 'aria-label': `${label} ${valueText}` }
  return (
    <View className={className ?? ''} {...forReaders}>
      <Slider
        min={0}
        max={length}
        step={1}
        value={seconds}
        activeColor="#f5333f"
        backgroundColor="rgba(255, 255, 255, 0.4)"
        onChanging={(event: Moved) => onMove(event.detail.value)}
        onChange={(event: Moved) => onSeek(event.detail.value)}
      />
    </View>
  )
}
