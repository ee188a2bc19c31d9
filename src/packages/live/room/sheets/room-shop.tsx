import { ReserveButton, useReservationsOf } from '@/features/reserve'
import { ShopSheet } from '@/features/shop'
import type { Room } from '@/domain/room'
import { goToRoom } from '../../ways-out'

export interface RoomShopProps {
  readonly room: Room
  readonly onClose: () => void
}

/** The shop of the room, and what it shows next. */
export function RoomShop({ room, onClose }: RoomShopProps) {
  useReservationsOf(true)
  return (
    <ShopSheet
      merchantId={room.merchantId}
      here={room.id}
      onOpenRoom={goToRoom}
      actionOf={(next) => <ReserveButton room={next} />}
      onClose={onClose}
    />
  )
}
