import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { selectAddresses } from './select-addresses'

export const listAddresses: Implementation<typeof contracts.session>['list-addresses'] = async ({
  db,
  viewer,
}) =>
  ok({
    addresses: await selectAddresses(db, viewer.userId)
      .orderBy('is_default', 'desc')
      .orderBy('created_at', 'desc')
      .orderBy('address_id')
      .execute(),
  })
