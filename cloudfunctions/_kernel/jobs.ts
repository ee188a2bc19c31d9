import { sql } from 'kysely'
import { merchantOf, type JobId, type MerchantId, type OrderId, type PaymentId } from '@/domain/ids'
import { MINUTE, SECOND, type EpochMs } from '@/domain/time'
import type { Jobs } from './database/tables'
import type { Context } from './operation'

export type JobKind = Jobs['kind']

/**
 * Does the work about one order or payment, safe to repeat. `again` means not yet: it comes back later, as it does after a throw.
 */
export type JobHandler = (context: Context, subject: string) => Promise<'done' | 'again'>
export type JobHandlers = Partial<Readonly<Record<JobKind, JobHandler>>>

interface NewJob {
  readonly kind: JobKind
  readonly subject: OrderId | PaymentId
  readonly dueAt: EpochMs
}

/** Leaves work for later, in the caller's transaction. The same work is left once. */
export async function enqueueJob({ db, ids }: Pick<Context, 'db' | 'ids'>, job: NewJob): Promise<void> {
  const merchantId = merchantOf(job.subject)
  await db
    .insertInto('jobs')
    .values({
      merchant_id: merchantId,
      job_id: ids.make('job', merchantId),
      kind: job.kind,
      subject: job.subject,
      due_at: job.dueAt,
      done_at: null,
    })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind', 'subject']).doNothing())
    .execute()
}

const BATCH = 20
const FIRST_DELAY = 30 * SECOND
const LONGEST_DELAY = 10 * MINUTE
const ATTEMPTS_BEFORE_ALARM = 8

/** Takes what is due and has a handler here, oldest first, until nothing is left. */
export async function runDueJobs(context: Context, handlers: JobHandlers): Promise<void> {
  for (let jobs = await claim(context, handlers); jobs.length > 0; jobs = await claim(context, handlers))
    for (const job of jobs) await run(context, job, handlers[job.kind])
}

interface Job {
  readonly merchantId: MerchantId
  readonly jobId: JobId
  readonly kind: JobKind
  readonly subject: string
  readonly attempts: number
}

/**
 * To take a job is to move its due time: nobody else sees it until then, and if this process dies, or the work fails,
 * that time is when it is tried again. Each attempt waits twice as long as the one before.
 */
async function claim({ db, clock }: Context, handlers: JobHandlers): Promise<readonly Job[]> {
  const kinds = (Object.keys(handlers) as JobKind[]).sort()
  if (kinds.length === 0) return []
  const now = clock.now()
  return db
    .with('due', (due) =>
      due
        .selectFrom('jobs')
        .select(['merchant_id', 'job_id'])
        .where('done_at', 'is', null)
        .where('due_at', '<=', now)
        .where('kind', 'in', kinds)
        .orderBy('due_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('jobs')
    .from('due')
    .whereRef('jobs.merchant_id', '=', 'due.merchant_id')
    .whereRef('jobs.job_id', '=', 'due.job_id')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      due_at: sql<number>`${now} + least(${FIRST_DELAY} * power(2, least(attempts, 20)), ${LONGEST_DELAY})::bigint`,
    }))
    .returning([
      'jobs.merchant_id as merchantId',
      'jobs.job_id as jobId',
      'jobs.kind',
      'jobs.subject',
      'jobs.attempts',
    ])
    .execute()
}

async function run(context: Context, job: Job, handler: JobHandler | undefined): Promise<void> {
  const { kind, subject, attempts } = job
  const log = context.log.with({ job: kind, subject, attempts })
  try {
    if ((await handler?.({ ...context, log }, subject)) !== 'done') return
    await finish(context, job)
  } catch (cause) {
    if (attempts >= ATTEMPTS_BEFORE_ALARM) log.alarm('job-keeps-failing', { cause })
    else log.warn('job-failed', { cause })
  }
}

async function finish({ db, clock }: Context, job: Job): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ done_at: clock.now() })
    .where('merchant_id', '=', job.merchantId)
    .where('job_id', '=', job.jobId)
    .execute()
}
