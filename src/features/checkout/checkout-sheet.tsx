import { type ComponentType, useState } from 'react'
import type { OrderId, RoomId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { useProfile } from '@/services/backend'
import type { PaymentState } from '@/services/payment'
import { Sheet, toast, useCopy } from '@/ui'
import type { AddressFieldProps } from './address-slot'
import { ChoiceFace, ChoiceFoot } from './choice-face'
import { GuestFace } from './guest-face'
import { PaymentFace } from './payment-face'
import { useCheckout } from './use-checkout'

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

const HOLDS_ORDER: ReadonlySet<PaymentState['kind']> = new Set(['cancelled', 'refused'])

/** Buying over the video, in at most three taps from the card to the wallet. */
export function CheckoutSheet(props: CheckoutSheetProps) {
  const isGuest = useProfile()?.host === 'h5'
  const copy = useCopy()
  if (!isGuest) return <BuyerSheet {...props} />
  return (
    <Sheet open title={copy.checkout.guestTitle} onClose={props.onClose}>
      <GuestFace roomId={props.roomId} />
    </Sheet>
  )
}

function BuyerSheet(props: CheckoutSheetProps) {
  const { product, AddressField, onClose, onDone } = props
  const copy = useCopy()
  const checkout = useCheckout(props)
  const { step, payment } = checkout
  const [isAddressOpen, setAddressOpen] = useState(false)

  function close(): void {
    if (isAddressOpen) {
      setAddressOpen(false)
      return
    }
    // An order on its way is waited for: closing now would leave it unseen.
    if (step.kind === 'placing') return
    if (step.kind === 'paying' && HOLDS_ORDER.has(payment.kind)) toast(copy.checkout.keptToast)
    onClose()
  }
  if (step.kind === 'paying')
    return (
      <Sheet open title={copy.checkout.paymentTitle} onClose={close}>
        <PaymentFace
          order={step.order}
          serverAheadMs={step.serverAheadMs}
          payment={payment}
          onPay={() => void checkout.payAgain()}
          onSeeOrder={() => onDone(step.order.id)}
          onBack={close}
        />
      </Sheet>
    )
  return (
    <Sheet
      open
      title={isAddressOpen ? copy.addresses.title : copy.checkout.title}
      onClose={close}
      {...(isAddressOpen
        ? {}
        : { footer: <ChoiceFoot product={product} checkout={checkout} onAddressOpen={setAddressOpen} /> })}
    >
      <ChoiceFace
        product={product}
        checkout={checkout}
        AddressField={AddressField}
        isAddressOpen={isAddressOpen}
        onAddressOpen={setAddressOpen}
      />
    </Sheet>
  )
}
