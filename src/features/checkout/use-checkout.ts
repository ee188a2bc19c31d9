import { useCallback, useRef, useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { AddressId, RoomId, SkuId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { backend, type CallError, newIntent } from '@/services/backend'
import { type PaymentState, usePayment } from '@/services/payment'
import { readServerClock } from '@/services/server-clock'
import { type Choice, firstChoice, fitted, readiness } from './choice'
import { afterFailure, type Intent, intentFor } from './intent'

export interface CheckoutInput {
  readonly product: ShelfProduct
  readonly roomId: RoomId
  readonly sharerToken?: string | undefined
}

/** Where the purchase stands; an order exists from `paying` on, and nothing here places a second one. */
export type CheckoutStep =
  | { readonly kind: 'choosing'; readonly problem: CallError | null }
  | { readonly kind: 'placing' }
  | { readonly kind: 'paying'; readonly order: Order; readonly serverAheadMs: number }

export interface Checkout {
  readonly step: CheckoutStep
  readonly choice: Choice
  readonly payment: PaymentState
  readonly chooseSku: (skuId: SkuId) => void
  readonly chooseQuantity: (quantity: number) => void
  readonly chooseAddress: (addressId: AddressId | null) => void
  readonly submit: () => Promise<void>
  readonly payAgain: () => Promise<void>
}

function usePlacing({ product, roomId, sharerToken }: CheckoutInput) {
  const intent = useRef<Intent | null>(null)
  const isUnderWay = useRef(false)

  /** Places the order, or null when a try is under way already or nothing can be ordered. */
  return async (chosen: Choice) => {
    const choice = fitted(product, chosen)
    const { skuId, quantity, addressId } = choice
    if (isUnderWay.current || skuId === null || addressId === null) return null
    isUnderWay.current = true
    const current = intentFor(intent.current, choice, newIntent)
    intent.current = current
    const token = sharerToken === undefined ? {} : { sharerToken }
    const input = { skuId, quantity, addressId, roomId, ...token }
    const placed = await backend.call('orders', 'place-order', input, { idempotencyKey: current.key })
    if (!placed.ok) {
      intent.current = afterFailure(current, placed.error)
      isUnderWay.current = false
    }
    // A placed order keeps the lock: from here on it is paid or left, never placed again.
    return placed
  }
}

/** One purchase from choice to wallet. */
export function useCheckout(input: CheckoutInput): Checkout {
  const [step, setStep] = useState<CheckoutStep>({ kind: 'choosing', problem: null })
  const [chosen, setChosen] = useState<Choice>(() => firstChoice(input.product))
  const { state: payment, pay } = usePayment()
  const place = usePlacing(input)

  const change = useCallback((part: Partial<Choice>) => {
    setChosen((choice) => ({ ...choice, ...part }))
    setStep((known) => (known.kind === 'choosing' ? { kind: 'choosing', problem: null } : known))
  }, [])

  async function submit(): Promise<void> {
    if (readiness(input.product, chosen) !== 'ready') return
    const placing = place(chosen)
    setStep((known) => (known.kind === 'choosing' ? { kind: 'placing' } : known))
    const placed = await placing
    if (placed === null) return
    if (!placed.ok) {
      setStep({ kind: 'choosing', problem: placed.error })
      return
    }
    const { order } = placed.value
    // The order has just been made, so its own time is the server's time.
    setStep({ kind: 'paying', order, serverAheadMs: readServerClock(order.createdAt) })
    await pay(order.id)
  }
  return {
    step,
    choice: fitted(input.product, chosen),
    payment,
    chooseSku: (skuId) => change({ skuId }),
    chooseQuantity: (quantity) => change({ quantity }),
    chooseAddress: useCallback((addressId: AddressId | null) => change({ addressId }), [change]),
    submit,
    payAgain: async () => {
      if (step.kind === 'paying') await pay(step.order.id)
    },
  }
}
