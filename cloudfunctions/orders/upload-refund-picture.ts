import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { pictureUrl } from '../_kernel/live/picture-url'
import { storePicture } from '../_kernel/live/store-picture'
import type { Implementation } from '../_kernel/operation'
import { loadOrderOf } from '../_kernel/trade/load-order'

export const uploadRefundPicture: Implementation<typeof contracts.orders>['upload-refund-picture'] = async (
  context,
  { orderId, data },
) => {
  if (!(await loadOrderOf(context, orderId))) return err({ code: 'order-not-found' })
  const pictureId = await storePicture(context, merchantOf(orderId), data)
  return pictureId
    ? ok({ pictureId, pictureUrl: pictureUrl(pictureId) })
    : err({ code: 'picture-invalid', field: 'data' })
}
