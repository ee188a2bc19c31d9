import { AddressField } from '@/features/addresses'
import { CheckoutSheet, ChoiceMemory } from '@/features/checkout'
import { AnswerRow, ClipRow } from '@/features/replay'
import { FlashLine } from '@/features/shelf'
import type { RoomId } from '@/domain/ids'
import type { OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { goToOrder } from './ways-out'

export interface BuySheetProps {
  readonly product: ShelfProduct
  readonly roomId: RoomId
  readonly sharerToken?: string | undefined
  readonly at: OffersNow
  /** The person wants to see it explained in a show that is over. */
  readonly onWatch: (roomId: RoomId, fromMs: number) => void
  readonly onClose: () => void
}

/** Of every room that was visited: whoever leaves one and returns goes on where they were. */
const choices = new ChoiceMemory()

/** Buying over the picture, of a show or of its replay. */
export function BuySheet({ product, roomId, sharerToken, at, onWatch, onClose }: BuySheetProps) {
  return (
    <CheckoutSheet
      product={product}
      roomId={roomId}
      {...(sharerToken === undefined ? {} : { sharerToken })}
      at={at}
      memory={choices}
      deal={<FlashLine productId={product.id} at={at} />}
      clips={
        <>
          <ClipRow productId={product.id} onWatch={onWatch} />
          <AnswerRow productId={product.id} onWatch={onWatch} />
        </>
      }
      AddressField={AddressField}
      onClose={onClose}
      onDone={(orderId) => {
        onClose()
        goToOrder(orderId)
      }}
    />
  )
}
