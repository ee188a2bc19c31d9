import type { Context } from './operation'
import type { JobKind } from './database/trade-tables'
import type { TradeStore } from './ports/trade-store'
import type { JobRow } from './trade/trade-rows'

/**
 * Does the work about one order, refund or parcel, safe to repeat. `again` means not yet: it comes back later, as it does after a throw.
 */
export type JobHandler = (context: Context, subject: string) => Promise<'done' | 'again'>
export type JobHandlers = Partial<Readonly<Record<JobKind, JobHandler>>>

const ATTEMPTS_BEFORE_ALARM = 8

interface Desk extends Pick<Context, 'clock' | 'log'> {
  readonly trade: { readonly store: Pick<TradeStore, 'takeJobs' | 'finishJob'> }
}
type Handler<C> = (context: C, subject: string) => Promise<'done' | 'again'>

/**
 * Takes what is due and has a handler here, oldest first, until nothing is left. To take a job is to move its due
 * time: nobody else sees it until then, and if this process dies, or the work fails, that time is when it is tried
 * again. Each attempt waits twice as long as the one before.
 */
export async function runDueJobs<C extends Desk>(
  context: C,
  handlers: Partial<Readonly<Record<JobKind, Handler<C>>>>,
): Promise<void> {
  const kinds = (Object.keys(handlers) as JobKind[]).sort()
  const take = () => context.trade.store.takeJobs(kinds, context.clock.now())
  for (let jobs = await take(); jobs.length > 0; jobs = await take())
    for (const job of jobs) await run(context, job, handlers[job.kind])
}

async function run<C extends Desk>(context: C, job: JobRow, handler: Handler<C> | undefined): Promise<void> {
  const { kind, subject, attempts } = job
  const log = context.log.with({ job: kind, subject, attempts })
  try {
    if ((await handler?.({ ...context, log }, subject)) !== 'done') return
    await context.trade.store.finishJob(job, context.clock.now())
  } catch (cause) {
    if (attempts >= ATTEMPTS_BEFORE_ALARM) log.alarm('job-keeps-failing', { cause })
    else log.warn('job-failed', { cause })
  }
}
