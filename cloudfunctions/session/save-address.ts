import type { contracts, Input } from '@/contracts'
import type { AddressId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import { selectAddresses } from './select-addresses'

const MAX_ADDRESSES = 20

/** Exactly one address of a person is the default: the first one, then whichever was made it last. */
export const saveAddress: Implementation<typeof contracts.session>['save-address'] = async (
  context,
  input,
) => {
  const { db, viewer } = context
  // One save at a time for each person, or two of them could pass the limit or both become the default.
  await db.selectFrom('users').select('user_id').where('user_id', '=', viewer.userId).forUpdate().execute()
  const mine = await selectAddresses(db, viewer.userId).execute()
  const before = mine.find((address) => address.id === input.id)
  if (input.id && !before) return err({ code: 'address-not-found', field: 'id' })
  if (!before && mine.length >= MAX_ADDRESSES) return err({ code: 'address-limit' })

  const isDefault = input.isDefault || (before?.isDefault ?? mine.length === 0)
  if (isDefault) await clearDefault(context)
  const id = before?.id ?? context.ids.make('address')
  await write(context, id, { ...input, isDefault })
  const { name, phone, region, detail } = input
  return ok({ id, name, phone, region, detail, isDefault })
}

async function clearDefault({ db, viewer }: ViewerContext): Promise<void> {
  await db.updateTable('addresses').set({ is_default: false }).where('user_id', '=', viewer.userId).execute()
}

async function write(
  { db, clock, viewer }: ViewerContext,
  id: AddressId,
  { name, phone, region, detail, isDefault }: Input<'session', 'save-address'>,
): Promise<void> {
  const content = { name, phone, region, detail, is_default: isDefault }
  await db
    .insertInto('addresses')
    .values({ user_id: viewer.userId, address_id: id, ...content, created_at: clock.now() })
    .onConflict((conflict) => conflict.columns(['user_id', 'address_id']).doUpdateSet(content))
    .execute()
}
