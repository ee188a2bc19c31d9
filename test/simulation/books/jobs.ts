import type { EpochMs } from '@/domain/time'
import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import type { JobRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { Violation } from '../engine/violation'

/** Nobody who takes a job finds it again soon after. */
const SHORTEST_LEASE_MS = 30_000

/** Work that was left is taken when it is due, by one at a time, and never again once it is done. */
export class JobBook {
  readonly #leases = new Map<string, { readonly jobId: string; until: EpochMs }>()

  constructor(private readonly tables: MemoryTables) {}

  earliest(kinds: ReadonlySet<string>): EpochMs | null {
    let first: EpochMs | null = null
    for (const job of this.tables.jobs.values())
      if (job.done_at === null && kinds.has(job.kind) && (first === null || job.due_at < first))
        first = job.due_at
    return first
  }

  /** By the clock of whoever took them: clocks differ, and a lease is as long as its taker's clock says. */
  taken(jobs: readonly JobRow[], now: EpochMs): void {
    for (const { kind, subject, job_id: jobId } of jobs) {
      const lease = this.#leases.get(`${kind} ${subject}`)
      if (lease?.jobId === jobId && now < lease.until)
        throw new Violation(`${kind} of ${subject} was taken twice, or again when it was done`)
      this.#leases.set(`${kind} ${subject}`, { jobId, until: now + SHORTEST_LEASE_MS })
    }
  }

  finished({ kind, subject, job_id: jobId }: JobRow): void {
    const row = this.tables.jobs.get(`${kind} ${subject}`)
    if (row?.job_id === jobId && row.done_at !== null)
      this.#leases.set(`${kind} ${subject}`, { jobId, until: Infinity })
  }
}
