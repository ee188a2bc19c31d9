import type { ComponentType } from 'react'
import type { AddressId, OrderId, RoomId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'

/** What the sheet needs of whoever knows the person's addresses: the page passes it in. */
export interface AddressFieldProps {
  readonly value: AddressId | null
  readonly onPick: (addressId: AddressId | null) => void
  /** Open: the list or the form takes the place of the rest of the sheet. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly error?: string | undefined
}

export interface CheckoutSheetProps {
  /** As the room's log has it now, so that stock moves while the sheet is open. */
  readonly product: ShelfProduct
  readonly roomId: RoomId
  readonly sharerToken?: string | undefined
  /** `AddressField` of features/addresses: features are strangers, the page introduces them. */
  readonly AddressField: ComponentType<AddressFieldProps>
  /** Back to the show. */
  readonly onClose: () => void
  /** The person wants to see the order that was placed: open its page. */
  readonly onDone: (orderId: OrderId) => void
}

/** Buying over the video, in at most three taps from the card to the wallet. */
export function CheckoutSheet(_props: CheckoutSheetProps) {
  return null
}
