import { useRef } from 'react'
import type { CSSProperties } from 'react'
import type { LiveVideoProps } from '../../ports/player'
import { supportedEngines } from './engines'
import { loadFlvLibrary } from './flv-engine'
import { useLivePlayer } from './use-live-player'

const frame: CSSProperties = { position: 'relative', overflow: 'hidden' }
const fill: CSSProperties = {
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  objectFit: 'cover',
}

// the library travels while the room is still being asked for its addresses; if it fails, the engine asks again
if (supportedEngines().includes('flv')) loadFlvLibrary().catch(() => undefined)

/** Live video in a browser. */
export function LiveVideo(props: LiveVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const curtain = useRef<HTMLCanvasElement>(null)
  useLivePlayer({ video, curtain }, props)
  return (
    <div className={props.className} style={frame}>
      <video
        ref={video}
        style={fill}
        poster={props.poster}
        muted={props.muted}
        playsInline
        webkit-playsinline="true"
      />
      <canvas ref={curtain} style={fill} hidden />
    </div>
  )
}
