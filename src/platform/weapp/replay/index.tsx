import { Video } from '@tarojs/components'
import { useState } from 'react'
import { Covered, fill } from '../../mini/player/covered'
import { useVideoContext, VIDEO_ID } from '../../mini/replay/use-video-context'
import type { ReplayVideoProps } from '../../ports/replay-player'

export { SeekBar } from '../../mini/replay/seek-bar'

interface Loaded {
  readonly detail: { readonly width: number; readonly height: number }
}

/** A recorded show in WeChat. */
export function ReplayVideo(props: ReplayVideoProps) {
  const { onState } = props
  const [isWide, setWide] = useState(false)
  useVideoContext(props)
  return (
    <Covered className={props.className} poster={undefined}>
      <Video
        id={VIDEO_ID}
        style={fill}
        src={props.src}
        initialTime={props.startMs / 1000}
        poster={props.poster ?? ''}
        autoplay
        muted={props.isMuted}
        objectFit={isWide ? 'contain' : 'cover'}
        controls={false}
        showCenterPlayBtn={false}
        enableProgressGesture={false}
        onLoadedMetaData={(event: Loaded) => setWide(event.detail.width > event.detail.height)}
        onPlay={() => onState('playing')}
        onPause={() => onState('paused')}
        onWaiting={() => onState('loading')}
        onEnded={() => onState('ended')}
        onError={() => onState('failed')}
        onTimeUpdate={(event) => props.onTime(event.detail.currentTime * 1000)}
      />
    </Covered>
  )
}
