import type { contracts } from '@/contracts'
import { err, ok } from '@/domain/result'
import { pictureUrl } from '../_kernel/live/picture-url'
import type { Implementation } from '../_kernel/operation'
import { pictureType } from './picture-type'

const MAX_BYTES = 1_048_576
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

export const uploadPicture: Implementation<typeof contracts.shelf>['upload-picture'] = async (
  { db, clock, ids },
  { merchantId, base64 },
) => {
  if (!BASE64.test(base64)) return err({ code: 'picture-invalid', field: 'base64' })
  const bytes = Buffer.from(base64, 'base64')
  const type = pictureType(bytes)
  if (type === null || bytes.length > MAX_BYTES) return err({ code: 'picture-invalid', field: 'base64' })
  const id = ids.make('picture', merchantId)
  await db
    .insertInto('pictures')
    .values({ merchant_id: merchantId, picture_id: id, type, bytes, created_at: clock.now() })
    .execute()
  return ok({ url: pictureUrl(id) })
}
