import { useEffect, useRef } from 'react'
import type { CSSProperties } from 'react'
import type { SeekBarProps } from '../../ports/replay-player'

const wide: CSSProperties = { width: '100%', margin: 0, accentColor: '#f5333f' }

/** A browser's own slider: fingers, mice, keys and readers know it. */
export function SeekBar(props: SeekBarProps) {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const slider = input.current
    // React's own `onChange` is told of every move; the element's, once the finger lets go
    const onChange = (): void => latest.current.onSeek(Number(slider?.value))
    slider?.addEventListener('change', onChange)
    return () => slider?.removeEventListener('change', onChange)
  }, [])
  const { className, label, valueText, seconds, length, onMove } = props
  return (
    <div className={className}>
      <input
        ref={input}
        type="range"
        style={wide}
        min={0}
        max={length}
        step={1}
        value={seconds}
        aria-label={label}
        aria-valuetext={valueText}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
      />
    </div>
  )
}
