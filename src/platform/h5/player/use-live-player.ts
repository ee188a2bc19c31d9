import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { LiveVideoProps } from '../../ports/player'
import { systemTiming } from '../../reconnect/timing'
import { network } from '../network'
import { beginPicture } from '../picture-first'
import { engineStarter, supportedEngines } from './engines'
import { LiveController } from './live-controller'
import { autoplay } from './autoplay'
import { videoScreen } from './video-screen'

interface Elements {
  readonly video: RefObject<HTMLVideoElement>
  readonly curtain: RefObject<HTMLCanvasElement>
}

/** Runs a controller over the two elements for as long as they show the same stream. */
export function useLivePlayer({ video, curtain }: Elements, props: LiveVideoProps): void {
  const latest = useRef(props)
  latest.current = props
  // another signature in the address is not another stream
  const stream = props.sources.flv.replace(/\?.*$/, '')

  useEffect(() => {
    if (!video.current || !curtain.current) return
    return run(video.current, curtain.current, latest)
  }, [video, curtain, stream])

  useEffect(() => {
    if (video.current) video.current.muted = props.muted
  }, [video, props.muted])
}

function run(
  video: HTMLVideoElement,
  curtain: HTMLCanvasElement,
  latest: { readonly current: LiveVideoProps },
) {
  const endBeginning = beginPicture()
  const controller = new LiveController({
    screen: videoScreen(video, curtain),
    startEngine: engineStarter(video, () => autoplay(video, () => latest.current.onSoundBlocked?.())),
    engines: supportedEngines(),
    refresh: () => latest.current.refreshSources(),
    onState: (state) => {
      if (state !== 'loading') endBeginning()
      latest.current.onState(state)
    },
    timing: systemTiming,
  })
  const onVisibility = (): void => {
    controller.setHidden(document.hidden)
  }
  const stopNetwork = network.subscribe((isOnline) => {
    if (isOnline) controller.online()
  })
  document.addEventListener('visibilitychange', onVisibility)
  latest.current.onClock?.(() => controller.clockMs())
  controller.start(latest.current.sources)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    stopNetwork()
    controller.destroy()
    endBeginning()
  }
}
