import type { contracts } from '@/contracts'
import { isId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { repairPayment } from './repair-payment'
import { repairRefund } from './repair-refund'
import {
  closeDifference,
  type DifferenceRow,
  findDifference,
  readDifference,
  type Repaired,
} from './reconcile-rows'

export const repairDifference: Implementation<(typeof contracts)['payments']>['repair-difference'] = async (
  context,
  named,
) => {
  const found = await findDifference(context, named)
  if (!found) return err({ code: 'difference-not-found' })
  if (found.status === 'open') {
    const repaired = await repair(context, found)
    if (!repaired.ok) return repaired
    if (repaired.value !== null)
      await closeDifference(context, found, { status: 'repaired', note: repaired.value })
  }
  return ok({ difference: await readDifference(context, named) })
}

async function repair(context: Context, found: DifferenceRow): Promise<Repaired> {
  const { number } = found
  if (isId('payment', number)) return repairPayment(context, found, number)
  if (isId('refund', number)) return repairRefund(context, found, number)
  // made by hand at the wallet's desk: there is nothing here that it could belong to
  return ok(null)
}
