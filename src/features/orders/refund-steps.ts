import type { Refund } from '@/contracts/orders'
import type { EpochMs } from '@/domain/time'

export type RefundStepName =
  'asked' | 'begun' | 'answering' | 'agreed' | 'refused' | 'withdrawn' | 'refunding' | 'failed' | 'refunded'

export interface RefundStep {
  readonly name: RefundStepName
  readonly at: EpochMs | null
  /** `stuck`: it ended here, and not well. */
  readonly is: 'done' | 'now' | 'later' | 'stuck'
}

const step = (name: RefundStepName, is: RefundStep['is'], at: EpochMs | null = null): RefundStep => ({
  name,
  is,
  at,
})

/** The way of the money from the first word to the wallet. Only what a buyer asks for waits for the shop's answer. */
export function refundSteps(refund: Refund): readonly RefundStep[] {
  const { cause, status, createdAt, answeredAt } = refund
  if (cause !== 'buyer') return [step('begun', 'done', createdAt), ...moneySteps(refund)]
  const asked = step('asked', 'done', createdAt)
  switch (status) {
    case 'requested':
      return [asked, step('answering', 'now'), step('refunding', 'later'), step('refunded', 'later')]
    case 'refused':
      return [asked, step('refused', 'stuck', answeredAt)]
    case 'withdrawn':
      return [asked, step('withdrawn', 'stuck', answeredAt)]
    default:
      return [asked, step('agreed', 'done', answeredAt), ...moneySteps(refund)]
  }
}

function moneySteps({ status, doneAt }: Refund): readonly RefundStep[] {
  if (status === 'refunded') return [step('refunding', 'done'), step('refunded', 'done', doneAt)]
  if (status === 'failed') return [step('failed', 'stuck'), step('refunded', 'later')]
  return [step('refunding', 'now'), step('refunded', 'later')]
}
