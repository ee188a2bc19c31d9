import { Video } from '@tarojs/components'
import { Covered, fill } from '../../mini/player/covered'
import { useVideoContext, VIDEO_ID } from '../../mini/replay/use-video-context'
import type { ReplayVideoProps } from '../../ports/replay-player'

export { SeekBar } from '../../mini/replay/seek-bar'

/**
 * A recorded show in Alipay, whose `<video>` has no word for "waiting" but one for "loading", and tells no size: a wide
 * picture must not be cut, so a tall one has the cover around it.
 */
export function ReplayVideo(props: ReplayVideoProps) {
  const { onState } = props
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
        objectFit="contain"
        controls={false}
        showCenterPlayBtn={false}
        showMuteBtn={false}
        enableProgressGesture={false}
        onPlay={() => onState('playing')}
        onPause={() => onState('paused')}
        onLoading={() => onState('loading')}
        onEnded={() => onState('ended')}
        onError={() => onState('failed')}
        onTimeUpdate={(event) => props.onTime(event.detail.currentTime * 1000)}
      />
    </Covered>
  )
}
