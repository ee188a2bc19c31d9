import { useCallback, useEffect, useRef, useState } from 'react'
import type { SentInput } from '@/contracts'
import type { Order } from '@/contracts/orders'
import type { RoomId } from '@/domain/ids'
import { isPriceHidden, type OffersNow, priceMark } from '@/domain/offers-now'
import type { ShelfProduct } from '@/domain/product'
import type { CallError } from '@/services/backend'
import { mayBeDone, useOnce } from '@/services/once'
import { type PaymentState, usePayment } from '@/services/payment'
import { readServerClock } from '@/services/server-clock'
import { type Choice, readiness } from './choice'
import type { ChoiceMemory } from './choice-memory'
import { isAboutCoupon, type Problem } from './problem-place'
import { type Quoted, quoteInputOf } from './quote-state'
import { type Choosing, useChoice } from './use-choice'
import { type QuoteOfChoice, useQuote } from './use-quote'

export interface CheckoutInput {
  readonly product: ShelfProduct
  readonly roomId: RoomId
  /** What the room offers, as the picture shows it. */
  readonly at: OffersNow
  readonly memory: ChoiceMemory
  readonly sharerToken?: string | undefined
}

/** Where the purchase stands; an order exists from `paying` on, and nothing here places a second one. */
export type CheckoutStep =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'placing' }
  | { readonly kind: 'paying'; readonly order: Order; readonly serverAheadMs: number }

export interface Checkout extends Choosing, QuoteOfChoice {
  readonly step: CheckoutStep
  readonly payment: PaymentState
  /** Everything is known that an order needs, and what it costs. */
  readonly canSubmit: boolean
  readonly submit: () => Promise<void>
  readonly payAgain: () => Promise<void>
}

type Wish = SentInput<'orders', 'place-order'>

/** The order as it was quoted: the seal makes sure that nobody pays another price than the one on the screen. */
function wishOf(
  { roomId, sharerToken }: CheckoutInput,
  { skuId, quantity, addressId }: Choice,
  { quote, claimId }: Quoted,
): Wish | null {
  if (skuId === null || addressId === null) return null
  const token = sharerToken === undefined ? {} : { sharerToken }
  return { roomId, items: [{ skuId, quantity }], addressId, claimId, seal: quote.seal, ...token }
}

/** Everything up to the order: what is chosen, what it costs, and why it could not be had. */
function useChoosing({ product, roomId, at, memory }: CheckoutInput, isChoosing: boolean) {
  const [problem, setProblem] = useState<Problem | null>(null)
  /** Sent, and nobody knows what became of it: while nothing is changed, only the very same may be sent again. */
  const unanswered = useRef<Wish | null>(null)
  const forgetProblem = useCallback(() => {
    unanswered.current = null
    setProblem(null)
  }, [])
  const choosing = useChoice(product, memory, forgetProblem)
  const { choice, chooseCoupon } = choosing
  // Nobody is told a hidden price; a price that changes is asked for anew.
  const isAsking = isChoosing && !isPriceHidden(at, product.id)
  const priced = useQuote(
    isAsking ? quoteInputOf(product, choice, roomId) : null,
    priceMark(product.skus, choice.skuId, at),
  )
  const { quote, refreshQuote } = priced

  const tellProblem = useCallback(
    (error: CallError, before: Quoted | null) => {
      if (isAboutCoupon(error)) chooseCoupon('best')
      setProblem({ error, before: error.code === 'price-changed' ? (before?.quote.total ?? null) : null })
      // whatever was refused, the price on the screen may be old
      refreshQuote()
    },
    [chooseCoupon, refreshQuote],
  )
  const couponError = quote.kind === 'failed' && isAboutCoupon(quote.error) ? quote.error : null
  const isCouponChosen = choice.claimId !== 'best' && choice.claimId !== null
  useEffect(() => {
    if (couponError !== null && isCouponChosen) tellProblem(couponError, null)
  }, [couponError, isCouponChosen, tellProblem])
  return { problem, setProblem, unanswered, tellProblem, ...choosing, ...priced }
}

/** One purchase from choice to wallet. */
export function useCheckout(input: CheckoutInput): Checkout {
  const [stage, setStage] = useState<'choosing' | Exclude<CheckoutStep, { readonly kind: 'choosing' }>>(
    'choosing',
  )
  const { problem, setProblem, unanswered, tellProblem, ...choosing } = useChoosing(
    input,
    stage === 'choosing' || stage.kind === 'placing',
  )
  const { state: payment, pay } = usePayment()
  const { send: place } = useOnce('orders', 'place-order')
  const { choice, quote } = choosing
  const isReady = stage === 'choosing' && readiness(input.product, choice) === 'ready'
  const quoted = quote.kind === 'ready' ? quote.now : null
  const wish = isReady
    ? (unanswered.current ?? (quoted === null ? null : wishOf(input, choice, quoted)))
    : null

  async function submit(): Promise<void> {
    if (wish === null) return
    setStage({ kind: 'placing' })
    setProblem(null)
    const placed = await place(wish)
    if (placed === null) return
    if (!placed.ok) {
      unanswered.current = mayBeDone(placed.error) ? wish : null
      setStage('choosing')
      if (unanswered.current === null) tellProblem(placed.error, quoted)
      else setProblem({ error: placed.error, before: null })
      return
    }
    const { order } = placed.value
    input.memory.forget(input.product.id)
    // The order has just been made, so its own time is the server's time.
    setStage({ kind: 'paying', order, serverAheadMs: readServerClock(order.createdAt) })
    await pay(order.id)
  }

  async function payAgain(): Promise<void> {
    if (stage !== 'choosing' && stage.kind === 'paying') await pay(stage.order.id)
  }
  const step: CheckoutStep = stage === 'choosing' ? { kind: 'choosing', problem } : stage
  return { step, payment, ...choosing, canSubmit: wish !== null, submit, payAgain }
}
