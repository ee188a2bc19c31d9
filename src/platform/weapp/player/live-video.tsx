import { LivePlayer } from '@tarojs/components'
import { Covered, fill } from '../../mini/player/covered'
import { usePlayback } from '../../mini/player/use-playback'
import type { LiveVideoProps } from '../../ports/player'
import { signalOfCode } from './state-code'

const ONLY_ENGINE = { engines: [{ kind: 'live-player', tries: 1 }], heartbeatOf: () => null }
/** Seconds; the values that the component's documentation pairs with a stream of about 1 Mbit/s. */
const CACHE = { minCache: 1, maxCache: 3 }

/** Live video in WeChat. */
export function LiveVideo(props: LiveVideoProps) {
  const { round, isCovered, signal } = usePlayback(props, ONLY_ENGINE)
  return (
    <Covered className={props.className} poster={isCovered ? props.poster : undefined}>
      {round && (
        <LivePlayer
          key={round.number}
          style={fill}
          src={round.sources.flv}
          mode="live"
          autoplay
          muted={props.muted}
          objectFit="fillCrop"
          {...CACHE}
          onStateChange={(event) => signal(signalOfCode(event.detail.code))}
        />
      )}
    </Covered>
  )
}
