import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { closeDifference, findDifference, readDifference } from './reconcile-rows'

/** A person has looked, and says why it is all right. They may find better words later. */
export const noteDifference: Implementation<(typeof contracts)['payments']>['note-difference'] = async (
  context,
  { note, ...named },
) => {
  const found = await findDifference(context, named)
  if (!found) return err({ code: 'difference-not-found' })
  await closeDifference(context, found, { status: 'noted', note })
  return ok({ difference: await readDifference(context, named) })
}
