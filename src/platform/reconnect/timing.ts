export type Cancel = () => void

/** Time and chance, as the players' logic needs them. */
export interface Timing {
  now(): number
  after(ms: number, run: () => void): Cancel
  every(ms: number, run: () => void): Cancel
  /** From 0 to below 1. */
  random(): number
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => {
      clearTimeout(timer)
    }
  },
  every(ms, run) {
    const timer = setInterval(run, ms)
    return () => {
      clearInterval(timer)
    }
  },
  random: () => Math.random(),
}
