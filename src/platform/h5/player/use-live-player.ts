import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { LiveVideoProps } from '../../ports/player'
import { systemTiming } from '../../reconnect/timing'
import { network } from '../network'
import { beginPicture } from '../picture-first'
import { engineStarter, supportedEngines } from './engines'
import { floatingOf, isFloating } from './floating'
import { LiveController } from './live-controller'
import { autoplay } from './autoplay'
import { videoScreen } from './video-screen'

interface Elements {
  readonly video: RefObject<HTMLVideoElement>
  readonly curtain: RefObject<HTMLCanvasElement>
}
type Latest = { readonly current: LiveVideoProps }

/** Runs a controller over the two elements for as long as they show the same stream in the same way. */
export function useLivePlayer({ video, curtain }: Elements, props: LiveVideoProps): void {
  const latest = useRef(props)
  latest.current = props
  const controller = useRef<LiveController | null>(null)
  // another signature in the address is not another stream
  const stream = props.sources.flv.replace(/\?.*$/, '')
  const { line, isPaused = false, isOnAir = true, muted } = props

  useEffect(() => {
    if (!video.current || !curtain.current) return
    const elements = { video: video.current, curtain: curtain.current }
    const running = run(elements, latest)
    controller.current = running.controller
    return () => {
      controller.current = null
      running.stop()
    }
  }, [video, curtain, stream, line])

  useEffect(() => {
    if (video.current) video.current.muted = muted
  }, [video, muted])
  useEffect(() => controller.current?.setPaused(isPaused), [isPaused])
  useEffect(() => {
    if (isOnAir) controller.current?.online()
  }, [isOnAir])
  useEffect(() => {
    const floating = video.current && floatingOf(video.current)
    if (floating) latest.current.onFloating?.(floating)
  }, [video])
}

function run(elements: { video: HTMLVideoElement; curtain: HTMLCanvasElement }, latest: Latest) {
  const { video } = elements
  const { isSoundOnly = false, isPaused = false, line, sources } = latest.current
  const endBeginning = beginPicture()
  const screen = videoScreen(elements, isSoundOnly)
  const controller = new LiveController({
    screen,
    startEngine: engineStarter(video, () => autoplay(video, () => latest.current.onSoundBlocked?.())),
    engines: supportedEngines(line),
    refresh: () => latest.current.refreshSources(),
    onState: (state) => {
      if (state !== 'loading') endBeginning()
      latest.current.onState(state)
    },
    onEngine: (kind) => latest.current.onEngine?.(kind),
    isSoundOnly,
    timing: systemTiming,
  })
  const stopListening = listen(video, controller, latest)
  latest.current.onClock?.(() => controller.clockMs())
  controller.setPaused(isPaused)
  controller.start(sources)
  return {
    controller,
    stop() {
      stopListening()
      // what comes next on this element, if anything does, takes the last picture away with its own first one
      screen.hold()
      controller.destroy()
      endBeginning()
    },
  }
}

function listen(video: HTMLVideoElement, controller: LiveController, latest: Latest): () => void {
  const onVisibility = (): void => {
    controller.setHidden(document.hidden && !isFloating(video))
  }
  const onShape = (): void => {
    if (video.videoHeight > 0) latest.current.onShape?.(video.videoWidth / video.videoHeight)
  }
  const stopNetwork = network.subscribe((isOnline) => {
    if (isOnline) controller.online()
  })
  document.addEventListener('visibilitychange', onVisibility)
  // closed while its page is hidden, the window takes with it the reason to go on
  video.addEventListener('leavepictureinpicture', onVisibility)
  video.addEventListener('resize', onShape)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    video.removeEventListener('leavepictureinpicture', onVisibility)
    video.removeEventListener('resize', onShape)
    stopNetwork()
  }
}
