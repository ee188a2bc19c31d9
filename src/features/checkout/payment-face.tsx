import type { Order } from '@/contracts/orders'
import { unreachable } from '@/domain/result'
import type { PaymentState } from '@/services/payment'
import { timeLeftText, useTimeLeft } from '@/services/server-clock'
import { Button, useCopy, useErrorWords } from '@/ui'
import { OutcomeFace } from './outcome-face'

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
  const words = useCopy().checkout
  const seeOrder = <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
  const backToShow = <FaceButton onTap={onBack} words={words.backToShow} />
  switch (payment.kind) {
    case 'idle':
    case 'opening':
    case 'in-wallet':
      return <OutcomeFace look="waiting" title={words.opening} hint={words.openingHint} total={order.total} />
    case 'checking':
      return (
        <OutcomeFace look="waiting" title={words.checking} hint={words.checkingHint} total={order.total}>
          {seeOrder}
        </OutcomeFace>
      )
    case 'paid':
      return (
        <OutcomeFace look="good" title={words.paid} hint={words.paidHint} total={payment.order.total}>
          {seeOrder}
          {backToShow}
        </OutcomeFace>
      )
    case 'unknown':
      return (
        <OutcomeFace look="unknown" title={words.unknown} hint={words.unknownHint} total={order.total}>
          {seeOrder}
          {backToShow}
        </OutcomeFace>
      )
    case 'closed':
      return (
        <OutcomeFace look="bad" title={words.closed} hint={words.closedHint} total={order.total}>
          {seeOrder}
          {backToShow}
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

function CancelledFace({ order, serverAheadMs, onPay, onSeeOrder }: PaymentFaceProps) {
  const words = useCopy().checkout
  const left = useTimeLeft(order.expiresAt, serverAheadMs)
  const seeOrder = <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
  if (left === 0)
    return (
      <OutcomeFace look="bad" title={words.closed} hint={words.closedHint} total={order.total}>
        {seeOrder}
      </OutcomeFace>
    )
  const hint = words.cancelledHint(timeLeftText(left))
  return (
    <OutcomeFace look="waiting-person" title={words.cancelled} hint={hint} total={order.total}>
      {seeOrder}
      <FaceButton onTap={onPay} words={words.payAgain} />
    </OutcomeFace>
  )
}

type RefusedFaceProps = PaymentFaceProps & { readonly code: Parameters<typeof useErrorWords>[0] }

function RefusedFace({ order, code, onPay, onSeeOrder }: RefusedFaceProps) {
  const words = useCopy().checkout
  const { title, hint } = useErrorWords(code)
  return (
    <OutcomeFace look="bad" title={title} hint={`${hint}。${words.refusedHint}`} total={order.total}>
      <FaceButton kind="ghost" onTap={onSeeOrder} words={words.seeOrder} />
      <FaceButton onTap={onPay} words={words.payAgain} />
    </OutcomeFace>
  )
}
