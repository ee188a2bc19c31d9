import { merchantOf, type OrderId, type ParcelId, type RefundId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import type { JobKind } from '../../cloudfunctions/_kernel/database/trade-tables'
import type { TestApplication } from './test-application'

interface Job {
  readonly kind: JobKind
  readonly subject: OrderId | RefundId | ParcelId
  readonly dueAt: EpochMs
}

/** Leaves a job the way decisions leave them. */
export const leaveJob = ({ trade }: TestApplication, { kind, subject, dueAt }: Job): Promise<void> =>
  trade.store.transact({ merchantId: merchantOf(subject) }, (draft) => draft.later(kind, subject, dueAt))
