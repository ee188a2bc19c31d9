import type { Reply } from '@/contracts/errors'
import { DAY } from '@/domain/time'
import type { CloudFunction } from './cloud-function'
import type { Database } from './database/database'
import { isTimerEvent, runEvent, type CloudEnvironment } from './event-function'
import { httpApp } from './http/http-app'
import { runDueJobs, type JobHandlers } from './jobs'
import { withContext, type Kernel } from './kernel'
import { expirePresence } from './live/presence'
import { broadcastStalePulses } from './live/room-pulse'
import type { Context, Duty } from './operation'
import type { Ports } from './ports'
import { relayForgottenEvents } from './room-log'
import { announceStaleStock } from './trade/announce-stale-stock'
import { openTrade, relayAll, Relays } from './trade/open-trade'

export interface ApplicationParts {
  readonly db: Database
  readonly ports: Ports
  readonly functions: readonly CloudFunction[]
  readonly corsOrigins?: readonly string[]
  readonly checksReplies?: boolean
}

/** The functions, ready to be called in each of the ways there are. */
export interface Application {
  /** Over HTTP: operations, webhooks, pages. */
  fetch(request: Request): Promise<Response>
  /** As WeChat cloud development does: an event of one function, or a timer. */
  invoke(functionName: string, event: unknown, environment?: CloudEnvironment): Promise<Reply<unknown>>
  /** What falls due by itself. To be called every second or so, by as many instances as there are. */
  tick(): Promise<void>
  /** Resolves when the notices of what was committed so far are on their way. */
  idle(): Promise<void>
}

export function createApplication(parts: ApplicationParts): Application {
  const { db, ports, functions, corsOrigins = [], checksReplies = false } = parts
  const relays = new Relays()
  const trade = openTrade(db, ports, relays)
  const kernel: Kernel = { db, ports, trade, checksReplies }
  relays.relay = (rooms) => withContext(kernel, {}, (context) => relayAll(context, rooms))
  const app = httpApp(kernel, { functions, corsOrigins })
  const duties = dutiesOf(functions)
  const tick = () => withContext(kernel, {}, duties)
  return {
    fetch: async (request) => app.fetch(request),
    async invoke(functionName, event, environment = {}) {
      const fn = functions.find(({ contract }) => contract.name === functionName)
      if (!fn) return { ok: false, error: { code: 'not-found' } }
      if (!isTimerEvent(event)) return runEvent(kernel, fn, { event, environment })
      await tick()
      return { ok: true, data: {} }
    },
    tick,
    idle: () => relays.idle(),
  }
}

/** Runs the duties side by side, so that a wallet that hangs holds up no pulse; one still running is left running. */
function dutiesOf(functions: readonly CloudFunction[]): Duty {
  const jobs = functions.reduce<JobHandlers>((all, fn) => ({ ...all, ...fn.jobs }), {})
  const duties: readonly Duty[] = [
    expirePresence,
    relayForgottenEvents,
    broadcastStalePulses,
    announceStaleStock,
    (context) => runDueJobs(context, jobs),
    forgetOldAnswers,
    ...functions.flatMap((fn) => fn.duties),
  ]
  const running = new Set<Duty>()
  return async (context) => {
    const idle = duties.filter((duty) => !running.has(duty))
    await Promise.all(
      idle.map(async (duty) => {
        running.add(duty)
        try {
          await duty(context)
        } catch (cause) {
          context.log.alarm('duty-failed', { cause })
        } finally {
          running.delete(duty)
        }
      }),
    )
  }
}

/** No client repeats a request after so long. */
const ANSWERS_KEPT_FOR_MS = 7 * DAY

async function forgetOldAnswers({ db, clock }: Context): Promise<void> {
  for (const table of ['idempotency', 'trade_keys'] as const)
    await db
      .deleteFrom(table)
      .where('created_at', '<', clock.now() - ANSWERS_KEPT_FOR_MS)
      .execute()
}
