import { isId, merchantOf, type MerchantId, type PictureId } from '@/domain/ids'

const PATH = '/media/'

/**
 * Where a picture of ours is served. A path, not an address: it stays true when the server moves, and clients put the
 * address that they call the functions at in front of it.
 */
export const pictureUrl = (id: PictureId): string => `${PATH}${id}`

/** An uploaded picture of this very shop. */
export function isOwnPicture(url: string, merchantId: MerchantId): boolean {
  const id = url.startsWith(PATH) ? url.slice(PATH.length) : ''
  return isId('picture', id) && merchantOf(id) === merchantId
}

/** An address that phones may load: the hosts refuse plain http. Strict, because it is written into pages. */
export const isHttpsUrl = (text: string): boolean =>
  /^https:\/\/[\w.-]+(:\d+)?([/?#][^\s"'<>\\]*)?$/i.test(text)
