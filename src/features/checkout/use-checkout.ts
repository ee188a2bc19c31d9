import { useCallback, useState } from 'react'
import type { Order } from '@/contracts/orders'
import type { AddressId, RoomId, SkuId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import type { CallError } from '@/services/backend'
import { useOnce } from '@/services/once'
import { type PaymentState, usePayment } from '@/services/payment'
import { readServerClock } from '@/services/server-clock'
import { type Choice, firstChoice, fitted, readiness } from './choice'

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

function useChoice(product: ShelfProduct, onChange: () => void) {
  const [chosen, setChosen] = useState<Choice>(() => firstChoice(product))
  const change = useCallback(
    (part: Partial<Choice>) => {
      setChosen((choice) => ({ ...choice, ...part }))
      onChange()
    },
    [onChange],
  )
  return {
    choice: fitted(product, chosen),
    chooseSku: useCallback((skuId: SkuId) => change({ skuId }), [change]),
    chooseQuantity: useCallback((quantity: number) => change({ quantity }), [change]),
    chooseAddress: useCallback((addressId: AddressId | null) => change({ addressId }), [change]),
  }
}

/** One purchase from choice to wallet. */
export function useCheckout({ product, roomId, sharerToken }: CheckoutInput): Checkout {
  const [step, setStep] = useState<CheckoutStep>({ kind: 'choosing', problem: null })
  const { state: payment, pay } = usePayment()
  const { send: place } = useOnce('orders', 'place-order')
  const forgetProblem = useCallback(() => {
    setStep((known) => (known.kind === 'choosing' ? { kind: 'choosing', problem: null } : known))
  }, [])
  const choosing = useChoice(product, forgetProblem)

  async function submit(): Promise<void> {
    const { skuId, quantity, addressId } = choosing.choice
    const isReady = step.kind === 'choosing' && readiness(product, choosing.choice) === 'ready'
    if (!isReady || skuId === null || addressId === null) return
    setStep({ kind: 'placing' })
    const token = sharerToken === undefined ? {} : { sharerToken }
    const placed = await place({ skuId, quantity, addressId, roomId, ...token })
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

  async function payAgain(): Promise<void> {
    if (step.kind === 'paying') await pay(step.order.id)
  }
  return { step, payment, ...choosing, submit, payAgain }
}
