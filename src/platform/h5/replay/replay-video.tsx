import { useEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import type { ReplayState, ReplayVideoProps } from '../../ports/replay-player'
import { autoplay } from '../player/autoplay'
import { attachSource } from './attach-source'

const fill: CSSProperties = { width: '100%', height: '100%' }

/** What the element says of itself, in our words; a pause at the end is the end. */
const SAYS: Readonly<Partial<Record<string, ReplayState>>> = {
  waiting: 'loading',
  seeking: 'loading',
  playing: 'playing',
  pause: 'paused',
  ended: 'ended',
}

/** A recorded show in a browser. */
export function ReplayVideo(props: ReplayVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [isWide, setWide] = useState(false)
  const { src, startMs, isPaused, isMuted, rate } = props

  useEffect(() => (video.current ? run(video.current, latest) : undefined), [src, startMs])
  useEffect(() => {
    if (video.current) video.current.playbackRate = rate
  }, [rate])
  useEffect(() => {
    if (!video.current) return
    if (isPaused) video.current.pause()
    else if (video.current.readyState > 0) autoplay(video.current, () => latest.current.onSoundBlocked())
  }, [isPaused])
  return (
    <div className={props.className}>
      <video
        ref={video}
        style={{ ...fill, objectFit: isWide ? 'contain' : 'cover' }}
        poster={props.poster}
        muted={isMuted}
        onLoadedMetadata={({ currentTarget }) =>
          setWide(currentTarget.videoWidth > currentTarget.videoHeight)
        }
        playsInline
        webkit-playsinline="true"
      />
    </div>
  )
}

function run(video: HTMLVideoElement, latest: { readonly current: ReplayVideoProps }): () => void {
  const tell = (event: Event): void => {
    const state = SAYS[event.type]
    if (state !== undefined && !(state === 'paused' && video.ended)) latest.current.onState(state)
  }
  const onTime = (): void => {
    if (!video.seeking) latest.current.onTime(video.currentTime * 1000)
  }
  for (const type of Object.keys(SAYS)) video.addEventListener(type, tell)
  video.addEventListener('timeupdate', onTime)
  latest.current.onSeek((ms) => {
    video.currentTime = ms / 1000
  })
  const detach = attachSource(video, latest.current, {
    onReady() {
      video.playbackRate = latest.current.rate
      if (!latest.current.isPaused) autoplay(video, () => latest.current.onSoundBlocked())
    },
    onFailed: () => latest.current.onState('failed'),
  })
  return () => {
    for (const type of Object.keys(SAYS)) video.removeEventListener(type, tell)
    video.removeEventListener('timeupdate', onTime)
    detach()
  }
}
