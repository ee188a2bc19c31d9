import type { JobKind } from './database/trade-tables'
import type { MerchantId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { Context } from './operation'

interface Job {
  readonly merchantId: MerchantId
  readonly kind: JobKind
  readonly subject: string
  readonly dueAt: EpochMs
}

/** Leaves work for later, in the caller's transaction; the same work is left once, and left again with a new time. */
export async function leaveJob({ db, ids }: Context, job: Job): Promise<void> {
  const due = {
    job_id: ids.make('job', job.merchantId),
    due_at: job.dueAt,
    attempts: 0,
    done_at: null,
  }
  await db
    .insertInto('jobs')
    .values({ merchant_id: job.merchantId, kind: job.kind, subject: job.subject, ...due })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'kind', 'subject']).doUpdateSet(due))
    .execute()
}
