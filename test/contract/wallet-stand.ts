import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { EpochMs } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { Log } from '../../cloudfunctions/_kernel/ports/log'
import type { RawWebhook } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import { createWallets, type Wallets, type WalletsOptions } from '../../local/wallets'

/** The time of this machine, which the vendors' clients read themselves, moved by as much as a test likes. */
export interface MovableClock extends Clock {
  ahead: EpochMs
}
export const movableClock = (): MovableClock => ({
  ahead: 0,
  now() {
    return Date.now() + this.ahead
  },
})

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  alarm: () => undefined,
  with: () => quietLog,
}

export interface SentNotice {
  readonly to: string
  readonly webhook: RawWebhook
}
/** The sandboxes behind a real server on this machine, and everything they told the merchant. */
export interface WalletStand {
  readonly wallets: Wallets
  readonly url: string
  readonly dataDir: string
  readonly clock: MovableClock
  readonly notices: SentNotice[]
  /** What the merchant's server answers to the notice that has this place in the order of coming. */
  answer: (place: number) => { readonly status: number; readonly body: string }
  /** Stands between the sandboxes and whoever asks them. */
  relay: (reply: Response) => Promise<Response>
  /** Resolves when so many notices came. */
  heard(count: number): Promise<void>
  close(): Promise<void>
}

/** Satisfies both wallets. */
export const taken = () => ({ status: 200, body: 'success' })

export async function openWalletStand(options: Partial<WalletsOptions> = {}): Promise<WalletStand> {
  const clock = movableClock()
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'wallets-')))
  let answerer: Wallets | null = null
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: async (request) =>
      answerer === null ? new Response(null, { status: 503 }) : stand.relay(await answerer.fetch(request)),
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const notices: SentNotice[] = []
  const waiting = new Set<() => void>()
  const hear: typeof fetch = async (to, init) => {
    const request = new Request(to, init)
    const headers = Object.fromEntries(request.headers)
    notices.push({ to: request.url, webhook: { headers, body: await request.text() } })
    for (const wake of waiting) wake()
    const { body, status } = stand.answer(notices.length)
    return new Response(body, { status })
  }
  const wallets = await createWallets({ publicUrl: url, clock, fetch: hear, ...options, dataDir })
  answerer = wallets
  const stand: WalletStand = {
    wallets,
    url,
    dataDir,
    clock,
    notices,
    answer: taken,
    relay: async (reply) => reply,
    heard: (count) =>
      new Promise((resolve) => {
        const wake = (): void => {
          if (notices.length < count) return
          waiting.delete(wake)
          resolve()
        }
        waiting.add(wake)
        wake()
      }),
    async close() {
      await wallets.close()
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true })
    },
  }
  return stand
}

/** The person decides at the cashier; the answer is what the page would be told. */
export async function decideAtCashier(
  stand: WalletStand,
  path: string,
  decision: 'approve' | 'cancel' | 'hang',
): Promise<unknown> {
  const reply = await fetch(`${stand.url}/sandbox/cashier/${path}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ decision }),
  })
  await stand.wallets.settled()
  return reply.json()
}
