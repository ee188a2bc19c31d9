/**
 * `hang`: the request is never looked at. `no-reply`: it is carried out, and nobody is told. `slow`: carried out, and
 * told late. `tampered`: one digit changed after signing. `stale`: signed ten minutes ago.
 */
export type ReplyFault = 'hang' | 'no-reply' | 'slow' | 'tampered' | 'stale'
/**
 * `lost`: never leaves. `duplicated`: three at once. `late`: kept back until `releaseNotices`. `wrong-amount`: signed,
 * for another amount. `forged`: signed by a stranger.
 */
export type NoticeFault = 'lost' | 'duplicated' | 'late' | 'wrong-amount' | 'forged'

/** What goes wrong at one wallet from now on; set it and clear it at will. */
export interface Faults<Call extends string, Fault extends ReplyFault = ReplyFault> {
  reply: Partial<Record<Call, Fault>>
  notice: NoticeFault | null
  slowMs: number
}

export const noFaults = <Call extends string, Fault extends ReplyFault>(): Faults<Call, Fault> => ({
  reply: {},
  notice: null,
  slowMs: 2_000,
})

const LONGEST_HANG_MS = 60_000

/** Waits until the caller hangs up, and no longer than a minute. */
export function hangUp(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve(new Response(null, { status: 504 }))
    }
    const timer = setTimeout(end, LONGEST_HANG_MS)
    timer.unref()
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Changes the last digit of a text: still well formed and believable, no longer what was signed. */
export const tamper = (text: string): string =>
  text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
