import type { MerchantId, PictureId } from '@/domain/ids'
import type { Context } from '../operation'
import { pictureType } from './picture-type'

const MAX_BYTES = 1_048_576
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Keeps a picture with its shop; null when it is none, or too large. */
export async function storePicture(
  { db, clock, ids }: Context,
  merchantId: MerchantId,
  base64: string,
): Promise<PictureId | null> {
  if (!BASE64.test(base64)) return null
  const bytes = Buffer.from(base64, 'base64')
  const type = pictureType(bytes)
  if (type === null || bytes.length > MAX_BYTES) return null
  const id = ids.make('picture', merchantId)
  await db
    .insertInto('pictures')
    .values({ merchant_id: merchantId, picture_id: id, type, bytes, created_at: clock.now() })
    .execute()
  return id
}
