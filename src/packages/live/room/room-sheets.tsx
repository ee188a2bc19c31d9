import { AddressField } from '@/features/addresses'
import { CheckoutSheet } from '@/features/checkout'
import type { ReadyRoom, RoomParams } from '@/features/live'
import { type Asking, ShelfSheet } from '@/features/shelf'
import { unreachable } from '@/domain/result'
import type { useOpenSheet } from './use-open-sheet'
import { goToOrder } from './ways-out'

export interface RoomSheetsProps {
  readonly params: RoomParams
  readonly ready: ReadyRoom
  readonly asking: Asking | null
  readonly sheets: ReturnType<typeof useOpenSheet>
}

/** What slides over the show; the show goes on behind it. */
export function RoomSheets({ params, ready, asking, sheets }: RoomSheetsProps) {
  const { sheet, close, buy } = sheets
  const { shelf, room } = ready.state
  switch (sheet.kind) {
    case 'none':
      return null
    case 'shelf':
      return (
        <ShelfSheet
          shelf={shelf}
          explaining={ready.explaining}
          isOnSale={room.status !== 'ended'}
          asking={asking}
          onBuy={buy}
          onClose={close}
        />
      )
    case 'checkout': {
      // taken off the shelf meanwhile: the server will say so, in words, before anything is paid
      const product = shelf.find(({ id }) => id === sheet.product.id) ?? sheet.product
      return (
        <CheckoutSheet
          product={product}
          roomId={params.roomId}
          {...(ready.isShared ? { sharerToken: params.sharerToken } : {})}
          AddressField={AddressField}
          onClose={close}
          onDone={(orderId) => {
            close()
            goToOrder(orderId)
          }}
        />
      )
    }
    default:
      return unreachable(sheet)
  }
}
