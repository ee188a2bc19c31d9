import { LivePlayer, Video } from '@tarojs/components'
import { Covered, fill } from '../../mini/player/covered'
import type { Round } from '../../mini/player/playback'
import { usePlayback } from '../../mini/player/use-playback'
import type { LiveVideoProps } from '../../ports/player'
import { readNetStatus, textOf } from './net-status'
import { signalOfCode } from './state-code'

type Kind = 'live-player' | 'video'

const LIVE_PLAYER = { kind: 'live-player', tries: 3 } as const
/** HLS: for networks that cut FLV, and for mini-programs whose category does not open the live-player. */
const VIDEO = { kind: 'video', tries: 1 } as const
/** Seconds; the values that the component's documentation pairs with a stream of about 1 Mbit/s. */
const CACHE = { minCache: 1, maxCache: 3 }
/** `<video>` tells its position four times a second. */
const HEARTBEAT_MS = 1500
/** Encoder, push and CDN, as far as it was not measured; the middle of the cache until the player tells it. */
const LIVE_ARRIVAL = { wayMs: 800, cacheMs: 2000 }
/** `<video>` tells nothing: three segments of two seconds, less than one of which is old when it is listed. */
const HLS_ARRIVAL = { wayMs: 800, cacheMs: 5200 }
/** Going to another page and coming back from one, the show goes on in a small window. */
const FLOATS: ('push' | 'pop')[] = ['push', 'pop']
/** WeChat's own name for what the SDK below it calls messages; Taro's declarations do not know it. */
const MESSAGES = { enableRecvMessage: true }

/** Live video in WeChat. */
export function LiveVideo(props: LiveVideoProps) {
  const { round, isCovered, box, told } = usePlayback<Kind>(props, {
    engines: [LIVE_PLAYER, VIDEO],
    heartbeatOf: (kind) => (kind === 'video' ? HEARTBEAT_MS : null),
    arrivalOf: (kind) => (kind === 'video' ? HLS_ARRIVAL : LIVE_ARRIVAL),
  })
  return (
    <Covered className={props.className} poster={isCovered ? props.poster : undefined}>
      {round && <Engine key={round.number} round={round} muted={props.muted} box={box} told={told} />}
    </Covered>
  )
}

interface EngineProps extends Pick<ReturnType<typeof usePlayback>, 'box' | 'told'> {
  readonly round: Round<Kind>
  readonly muted: boolean
}

function Engine({ round, muted, box, told }: EngineProps) {
  if (round.kind === 'video') {
    return (
      <Video
        style={fill}
        src={round.sources.hls}
        autoplay
        muted={muted}
        objectFit="contain"
        controls={false}
        showCenterPlayBtn={false}
        enableProgressGesture={false}
        onTimeUpdate={() => told.signal('playing')}
        onWaiting={() => told.signal('stalled')}
        onEnded={() => told.signal('ended')}
        onError={() => told.signal('gave-up')}
      />
    )
  }
  return (
    <LivePlayer
      style={box}
      src={round.sources.flv}
      mode="live"
      autoplay
      muted={muted}
      objectFit="fillCrop"
      pictureInPictureMode={FLOATS}
      {...CACHE}
      {...MESSAGES}
      onStateChange={({ detail }) => {
        told.signal(signalOfCode(detail.code))
        told.message(textOf(detail))
      }}
      onNetStatus={({ detail }) => {
        const { cacheMs, width, height } = readNetStatus(detail)
        told.cache(cacheMs)
        told.shape(width, height)
      }}
      onEnterPictureInPicture={() => told.float(true)}
      onLeavePictureInPicture={() => told.float(false)}
    />
  )
}
