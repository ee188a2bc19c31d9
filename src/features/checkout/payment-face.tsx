import type { Order } from '@/contracts/orders'
import { unreachable } from '@/domain/result'
import type { PaymentState } from '@/services/payment'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button, useErrorWords } from '@/ui'
import { OutcomeFace } from './outcome-face'
import { useWalletName } from './use-wallet-name'
import { useCheckoutWords } from './words'
import type { Words } from './words/zh-cn'

interface PaymentFaceProps {
  readonly order: Order
  readonly serverAheadMs: number
  readonly payment: PaymentState
  readonly onPay: () => void
  readonly onSeeOrder: () => void
  readonly onBack: () => void
}

/** From the wallet's opening to what became of the money. */
export function PaymentFace(props: PaymentFaceProps) {
  const { order, payment, onSeeOrder, onBack } = props
  const words = useCheckoutWords()
  const wallet = useWalletName()
  const { total } = order
  const seeOrder = <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
  const ways = (
    <>
      {seeOrder}
      <FaceButton onTap={onBack} words={words.backToShow} />
    </>
  )
  switch (payment.kind) {
    case 'idle':
    case 'opening':
    case 'in-wallet':
      return (
        <OutcomeFace look="waiting" title={words.opening(wallet)} hint={words.openingHint} total={total} />
      )
    case 'checking':
      return (
        <OutcomeFace look="waiting" title={words.checking} hint={words.checkingHint(wallet)} total={total}>
          {seeOrder}
        </OutcomeFace>
      )
    case 'paid':
      return (
        <OutcomeFace look="good" title={words.paid} hint={words.paidHint} total={payment.order.total}>
          {ways}
        </OutcomeFace>
      )
    case 'unknown':
      return (
        <OutcomeFace look="unknown" title={words.unknown} hint={words.unknownHint(wallet)} total={total}>
          {ways}
        </OutcomeFace>
      )
    case 'closed':
      return (
        <OutcomeFace look="bad" {...overWords(payment.order, words)} total={total}>
          {ways}
        </OutcomeFace>
      )
    case 'cancelled':
      return <CancelledFace {...props} />
    case 'refused':
      return <RefusedFace {...props} code={payment.error.code} />
    default:
      return unreachable(payment)
  }
}

/** Why there is nothing to pay for any more. */
function overWords({ status, closedBecause }: Order, words: Words): { title: string; hint: string } {
  if (status === 'refunded') return { title: words.refunded, hint: words.refundedHint }
  if (closedBecause === 'merchant') return { title: words.closedByShop, hint: words.closedByShopHint }
  if (closedBecause === 'buyer') return { title: words.closed, hint: words.closedByBuyerHint }
  return { title: words.closed, hint: words.closedHint }
}

interface FaceButtonProps {
  readonly kind?: 'primary' | 'ghost'
  readonly words: string
  readonly onTap: () => void
}

const FaceButton = ({ kind = 'primary', words, onTap }: FaceButtonProps) => (
  <Button kind={kind} block onTap={onTap}>
    {words}
  </Button>
)

function TooLateFace({ order, onSeeOrder }: Pick<PaymentFaceProps, 'order' | 'onSeeOrder'>) {
  const words = useCheckoutWords()
  return (
    <OutcomeFace look="bad" title={words.closed} hint={words.closedHint} total={order.total}>
      <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
    </OutcomeFace>
  )
}

function CancelledFace({ order, serverAheadMs, onPay, onSeeOrder }: PaymentFaceProps) {
  const words = useCheckoutWords()
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  if (left === 0) return <TooLateFace order={order} onSeeOrder={onSeeOrder} />
  const hint = words.cancelledHint(timeLeftText(left))
  return (
    <OutcomeFace look="waiting-person" title={words.cancelled} hint={hint} total={order.total}>
      <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
      <FaceButton onTap={onPay} words={words.payAgain} />
    </OutcomeFace>
  )
}

type RefusedFaceProps = PaymentFaceProps & { readonly code: Parameters<typeof useErrorWords>[0] }

function RefusedFace({ order, serverAheadMs, code, onPay, onSeeOrder }: RefusedFaceProps) {
  const words = useCheckoutWords()
  const { title, hint } = useErrorWords(code)
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  if (left === 0) return <TooLateFace order={order} onSeeOrder={onSeeOrder} />
  const kept = words.refusedHint(timeLeftText(left))
  return (
    <OutcomeFace look="bad" title={title} hint={`${hint}。${kept}`} total={order.total}>
      <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
      <FaceButton onTap={onPay} words={words.payAgain} />
    </OutcomeFace>
  )
}
