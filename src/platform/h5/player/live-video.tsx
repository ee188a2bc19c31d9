import { useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import type { LiveVideoProps } from '../../ports/player'
import { hasMediaSource } from './engines'
import { loadFlvLibrary } from './flv-engine'
import { useLivePlayer } from './use-live-player'

// a grid of one cell stacks the two without a position of our own: that is the parent's to choose
const frame: CSSProperties = { display: 'grid', gridTemplate: '100% / 100%', overflow: 'hidden' }
const fill: CSSProperties = { gridArea: '1 / 1', width: '100%', height: '100%', objectFit: 'cover' }
/** A picture that is wider than high keeps its edges; what is behind it shows above and below. */
const fit: CSSProperties = { ...fill, objectFit: 'contain' }

// the library travels while the room is still being asked for its addresses; if it fails, the engine asks again
if (hasMediaSource()) loadFlvLibrary().catch(() => undefined)

/** Live video in a browser. */
export function LiveVideo(props: LiveVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const curtain = useRef<HTMLCanvasElement>(null)
  const [isWide, setWide] = useState(false)
  const onShape = (aspect: number): void => {
    setWide(aspect > 1)
    props.onShape?.(aspect)
  }
  useLivePlayer({ video, curtain }, { ...props, onShape })
  const style = isWide ? fit : fill
  return (
    <div className={props.className} style={frame}>
      <video
        ref={video}
        style={style}
        poster={isWide ? undefined : props.poster}
        muted={props.muted}
        playsInline
        webkit-playsinline="true"
      />
      <canvas ref={curtain} style={style} hidden />
    </div>
  )
}
