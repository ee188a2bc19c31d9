import type { Refund } from '@/contracts/orders'
import { unreachable } from '@/domain/result'
import { ConfirmSheet, errorWords, toast } from '@/ui'
import type { OrderPageState, WorkEnd } from './use-order'
import { useOrderWords } from './words/order'

/** What the person is asked once more before it is done. */
export type Asking =
  | { readonly about: 'cancel' }
  | { readonly about: 'confirm' }
  | { readonly about: 'withdraw'; readonly refund: Refund }

interface OrderConfirmsProps {
  readonly asking: Asking | null
  readonly state: OrderPageState
  readonly onClose: () => void
}

/** Asks before the order is changed for good, and says how it went. */
export function OrderConfirms({ asking, state, onClose }: OrderConfirmsProps) {
  const words = useOrderWords()
  async function tell(work: Promise<WorkEnd>, done: string): Promise<void> {
    const end = await work
    if (end === null) return
    onClose()
    toast(end.ok ? done : errorWords(end.error.code).title)
  }
  if (asking === null) return null
  const shared = { open: true, busy: state.work !== null, no: words.keep, onNo: onClose }
  switch (asking.about) {
    case 'cancel':
      return (
        <ConfirmSheet
          {...shared}
          title={words.cancelTitle}
          hint={words.cancelHint}
          yes={words.cancelYes}
          isDangerous
          onYes={() => void tell(state.cancel(), words.cancelled)}
        />
      )
    case 'confirm':
      return (
        <ConfirmSheet
          {...shared}
          title={words.confirmTitle}
          hint={words.confirmHint}
          yes={words.confirmYes}
          onYes={() => void tell(state.confirmReceipt(), words.confirmed)}
        />
      )
    case 'withdraw':
      return (
        <ConfirmSheet
          {...shared}
          title={words.withdrawTitle}
          hint={words.withdrawHint}
          yes={words.withdraw}
          onYes={() => void tell(state.withdraw(asking.refund.id), words.withdrawn)}
        />
      )
    default:
      return unreachable(asking)
  }
}
