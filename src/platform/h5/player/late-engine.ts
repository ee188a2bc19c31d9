import type { Engine, EngineSignals } from './engine'

interface LateParts<Library> {
  readonly load: () => Promise<Library>
  readonly signals: EngineSignals
  readonly isChased: boolean
}

type Running = Omit<Engine, 'isChased'>

/** An engine whose library arrives over the network: it may be destroyed before it exists. */
export function lateEngine<Library>(parts: LateParts<Library>, start: (library: Library) => Running): Engine {
  let running: Running | null = null
  let isDestroyed = false
  parts.load().then(
    (library) => {
      if (isDestroyed) return
      running = start(library)
      parts.signals.onAttached()
    },
    // the script did not come through: that is trouble with the network like any other
    parts.signals.onTrouble,
  )
  return {
    isChased: parts.isChased,
    clockMs: () => running?.clockMs() ?? null,
    destroy: () => {
      isDestroyed = true
      running?.destroy()
    },
  }
}
