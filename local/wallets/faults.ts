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

/**
 * `processing`: refunds are taken and never there. `failed`: they do not reach the buyer, which WeChat Pay tells of
 * afterwards and Alipay at once.
 */
export type RefundFault = 'processing' | 'failed'
/**
 * `late`: no bill is written yet, whatever the hour. `foreign`: it lies on another host. `changed`: the file is not
 * the one whose hash or checksum was told. `garbage`: a row of it can not be read.
 */
export type BillFault = 'late' | 'foreign' | 'changed' | 'garbage'

/** What goes wrong at one wallet from now on; set it and clear it at will. */
export interface Faults<Call extends string, Fault extends ReplyFault = ReplyFault> {
  reply: Partial<Record<Call, Fault>>
  notice: NoticeFault | null
  refund: RefundFault | null
  bill: BillFault | null
  slowMs: number
}

export const noFaults = <Call extends string, Fault extends ReplyFault>(): Faults<Call, Fault> => ({
  reply: {},
  notice: null,
  refund: null,
  bill: null,
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
