/** Calls `tick` every `everyMs`, never twice at once, until the returned function is called; that waits for the last. */
export function startTicking(tick: () => Promise<void>, everyMs: number): () => Promise<void> {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= tick().finally(() => {
      running = null
    })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
