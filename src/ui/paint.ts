/** Runs `apply` with the next flush; a newer one under the same key takes its place. */
export interface Paint {
  soon(key: string, apply: () => void): void
  /** Everything that waits, now: for what a person has just done. */
  now(): void
  /** A page that is not seen draws nothing; what came meanwhile is drawn by `resume`. */
  hold(): void
  resume(): void
}

export interface PaintPorts {
  readonly now: () => number
  readonly later: (run: () => void, ms: number) => void
  /** Draws several changes as one. */
  readonly together?: (run: () => void) => void
}

/**
 * One heartbeat for everything in a room that changes often. A mini-program pays for every crossing to its view
 * layer, whatever its size, so chat, counters, hearts and the card cross together, at most once per `everyMs`.
 */
export function createPaint(everyMs: number, ports: PaintPorts): Paint {
  const waiting = new Map<string, () => void>()
  const together = ports.together ?? ((run: () => void) => run())
  let last = Number.NEGATIVE_INFINITY
  let isTimed = false
  let isHeld = false

  function flush(): void {
    if (waiting.size === 0) return
    last = ports.now()
    const due = [...waiting.values()]
    waiting.clear()
    together(() => {
      for (const apply of due) apply()
    })
  }
  function plan(): void {
    if (isTimed || isHeld || waiting.size === 0) return
    isTimed = true
    ports.later(
      () => {
        isTimed = false
        if (!isHeld) flush()
      },
      Math.max(0, last + everyMs - ports.now()),
    )
  }

  return {
    soon(key, apply) {
      waiting.set(key, apply)
      plan()
    },
    now() {
      if (!isHeld) flush()
    },
    hold() {
      isHeld = true
    },
    resume() {
      isHeld = false
      plan()
    },
  }
}
