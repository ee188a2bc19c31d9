import { type ComponentType, type ReactNode, useState } from 'react'
import type { OrderId, RoomId } from '@/domain/ids'
import { isPriceHidden, type OffersNow } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import { useProfile } from '@/services/backend'
import type { PaymentState } from '@/services/payment'
import { Sheet, toast } from '@/ui'
import type { AddressFieldProps } from './address-slot'
import { ChoiceFace, type Panel } from './choice-face'
import type { ChoiceMemory } from './choice-memory'
import { ChoiceFoot } from './choice-foot'
import { CouponFoot } from './coupon-panel'
import { GuestFace } from './guest-face'
import { PaymentFace } from './payment-face'
import { useCheckout } from './use-checkout'
import { useCheckoutWords } from './words'

export interface CheckoutSheetProps {
  /** As the room's log has it now, so that stock moves while the sheet is open. */
  readonly product: ShelfProduct
  readonly roomId: RoomId
  readonly sharerToken?: string | undefined
  /** What the room offers, as the picture shows it. */
  readonly at: OffersNow
  readonly memory: ChoiceMemory
  /** What is special about the product's price, in words of the shelf. */
  readonly deal?: ReactNode
  /** Where the product can be seen explained. */
  readonly clips?: ReactNode
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
  const words = useCheckoutWords()
  if (!isGuest) return <BuyerSheet {...props} />
  return (
    <Sheet open title={words.guestTitle} onClose={props.onClose}>
      <GuestFace roomId={props.roomId} />
    </Sheet>
  )
}

function BuyerSheet(props: CheckoutSheetProps) {
  const { product, roomId, at, AddressField, onClose, onDone } = props
  const words = useCheckoutWords()
  const checkout = useCheckout(props)
  const { step, payment } = checkout
  const [panel, setPanel] = useState<Panel>('choice')

  function close(): void {
    if (panel !== 'choice') {
      setPanel('choice')
      return
    }
    // An order on its way is waited for: closing now would leave it unseen.
    if (step.kind === 'placing') return
    if (step.kind === 'paying' && HOLDS_ORDER.has(payment.kind)) toast(words.keptToast)
    onClose()
  }
  if (step.kind === 'paying')
    return (
      <Sheet open title={words.paymentTitle} onClose={close}>
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
  const foots = {
    choice: (
      <ChoiceFoot
        product={product}
        isPriceHidden={isPriceHidden(at, product.id)}
        checkout={checkout}
        onAddress={() => setPanel('addresses')}
      />
    ),
    addresses: undefined,
    coupons: <CouponFoot onDone={() => setPanel('choice')} />,
  }
  const titles = { choice: words.title, addresses: words.addresses, coupons: words.coupons }
  const footer = foots[panel]
  return (
    <Sheet open title={titles[panel]} onClose={close} {...(footer === undefined ? {} : { footer })}>
      <ChoiceFace
        product={product}
        roomId={roomId}
        at={at}
        deal={props.deal}
        clips={props.clips}
        checkout={checkout}
        AddressField={AddressField}
        panel={panel}
        onPanel={setPanel}
      />
    </Sheet>
  )
}
