import { LivePlayer, Video } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Covered, fill } from '../../mini/player/covered'
import type { Round } from '../../mini/player/playback'
import { usePlayback } from '../../mini/player/use-playback'
import type { LiveVideoProps } from '../../ports/player'
import { signalOfCode } from './state-code'

type Kind = 'live-player' | 'video'

const VIDEO = { kind: 'video', tries: 1 } as const
const LIVE_PLAYER = { kind: 'live-player', tries: 2 } as const
/** `<video>` tells its position four times a second. */
const HEARTBEAT_MS = 1500
/** Encoder, push and CDN, as far as it was not measured; then what the documentation says the player keeps. */
const LIVE_ARRIVAL = { wayMs: 800, cacheMs: 2000 }
/**
 * `<video>` tells nothing of its cache: three segments of two seconds, less than one of which is old when it is listed.
 * It is a guess within one or two seconds, and cards wait for nothing longer than LONGEST_DELAY_MS.
 */
const HLS_ARRIVAL = { wayMs: 800, cacheMs: 5200 }
/** Over other pages of this mini-program; only where Alipay has opened its live-player. Taro does not declare it. */
const FLOATS = { floatingMode: 'page' }

/**
 * Live video in Alipay. Its live-player is opened by invitation: it is used when the build says that this mini-program
 * was admitted and the host knows it, and `<video>` with HLS takes over when it never shows a picture.
 */
export function LiveVideo(props: LiveVideoProps) {
  const { round, isCovered, box, told } = usePlayback<Kind>(props, {
    engines: hasLivePlayer() ? [LIVE_PLAYER, VIDEO] : [VIDEO],
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

function Engine({ round, muted, box, told: { signal } }: EngineProps) {
  if (round.kind === 'live-player') {
    return (
      <LivePlayer
        style={box}
        src={round.sources.flv}
        mode="live"
        autoplay
        muted={muted}
        objectFit="contain"
        {...FLOATS}
        onStateChange={(event) => signal(signalOfCode(event.detail.code))}
        onError={() => signal('gave-up')}
      />
    )
  }
  return (
    <Video
      style={fill}
      src={round.sources.hls}
      autoplay
      muted={muted}
      objectFit="cover"
      controls={false}
      showCenterPlayBtn={false}
      showMuteBtn={false}
      enableProgressGesture={false}
      onTimeUpdate={() => signal('playing')}
      onLoading={() => signal('stalled')}
      onEnded={() => signal('ended')}
      onError={() => signal('gave-up')}
    />
  )
}

function hasLivePlayer(): boolean {
  return process.env.LIVESTALL_ALIPAY_LIVE === '1' && Taro.canIUse('live-player')
}
