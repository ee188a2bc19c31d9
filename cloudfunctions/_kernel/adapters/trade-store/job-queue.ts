import { sql } from 'kysely'
import type { EpochMs } from '@/domain/time'
import type { Database } from '../../database/database'
import type { JobKind } from '../../database/trade-tables'
import type { JobRow } from '../../trade/trade-rows'
import { FIRST_RETRY_MS, JOBS_AT_ONCE, LONGEST_RETRY_MS } from './retry'

/** Due jobs of every shop, the oldest first: each shard of a cluster looks at its own, knowingly. */
export async function takeJobs(
  db: Database,
  kinds: readonly JobKind[],
  now: EpochMs,
): Promise<readonly JobRow[]> {
  if (kinds.length === 0) return []
  const { rows } = await sql<JobRow>`
    with due as (
      select merchant_id, job_id from jobs
      where done_at is null and due_at <= ${now} and kind = any(${[...kinds]}::text[])
      order by due_at limit ${JOBS_AT_ONCE} for update skip locked)
    update jobs set attempts = attempts + 1,
      due_at = ${now} + least(${FIRST_RETRY_MS} * power(2, least(attempts, 20)), ${LONGEST_RETRY_MS})::bigint
    from due where jobs.merchant_id = due.merchant_id and jobs.job_id = due.job_id
    returning jobs.*`.execute(db)
  return rows
}

/** Attempts are counted: a job that was left again, or taken again, meanwhile is not this one. */
export async function finishJob(db: Database, job: JobRow, now: EpochMs): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ done_at: now })
    .where('merchant_id', '=', job.merchant_id)
    .where('job_id', '=', job.job_id)
    .where('attempts', '=', job.attempts)
    .execute()
}
