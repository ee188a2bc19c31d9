import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { pictureUrl } from '../_kernel/live/picture-url'
import { storePicture } from '../_kernel/live/store-picture'
import type { Implementation } from '../_kernel/operation'

export const uploadPicture: Implementation<typeof contracts.shelf>['upload-picture'] = async (
  context,
  { merchantId, base64 },
) => {
  const id = await storePicture(context, merchantId, base64)
  return id ? ok({ url: pictureUrl(id) }) : err({ code: 'picture-invalid', field: 'base64' })
}
