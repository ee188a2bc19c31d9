import { roomIdOf } from '../../local/seed/seed-ids'
import { catalogue, type Shop } from '../../local/seed/catalogue'
import type { RoomId } from '@/domain/ids'

function shopOf(folder: Shop['folder']): Shop {
  const shop = catalogue.find((one) => one.folder === folder)
  if (shop === undefined) throw new Error(`No shop ${folder} in the catalogue`)
  return shop
}

export const orchard = shopOf('orchard')
export const clothing = shopOf('clothing')
export const orchardLive: RoomId = roomIdOf(orchard, 'live')
export const orchardEnded: RoomId = roomIdOf(orchard, 'done')
export const clothingRoom: RoomId = roomIdOf(clothing, 'live')
/** Its sixteen minutes can be watched again. */
export const clothingEnded: RoomId = roomIdOf(clothing, 'done')

export const roomPage = (room: RoomId): string => `/packages/live/room/index?id=${room}`
