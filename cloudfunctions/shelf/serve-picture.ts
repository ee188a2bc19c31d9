import { isId, merchantOf } from '@/domain/ids'
import type { Route, WebReply } from '../_kernel/route'

/** A picture never changes under its id, so everybody may keep it for good. */
export const servePicture: Route = {
  method: 'GET',
  path: '/media/:pictureId',
  async handle({ db }, { params }) {
    const { pictureId = '' } = params
    if (!isId('picture', pictureId)) return nothing
    const picture = await db
      .selectFrom('pictures')
      .select(['type', 'bytes'])
      .where('merchant_id', '=', merchantOf(pictureId))
      .where('picture_id', '=', pictureId)
      .executeTakeFirst()
    if (!picture) return nothing
    return {
      status: 200,
      type: picture.type,
      body: picture.bytes,
      headers: {
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Content-Security-Policy': "default-src 'none'",
      },
    }
  },
}

const nothing: WebReply = { status: 404, type: 'text/plain', body: 'not found' }
