import type { SentInput } from '@/contracts'
import type { Sku } from '@/domain/product'
import { err, ok, type Result } from '@/domain/result'
import { type EpochMs, MINUTE } from '@/domain/time'
import { type CountProblem, type MoneyProblem, readCount, readMoney } from '../typed'

/** A flash sale as a host calls it out: so much, so many, so long, from now on. */
export interface FlashNowDraft {
  readonly price: string
  readonly quantity: string
  readonly minutes: FlashMinutes
}
export const FLASH_MINUTES = ['3', '5', '10', '30'] as const
export type FlashMinutes = (typeof FLASH_MINUTES)[number]

export interface FlashNowProblems {
  readonly price?: MoneyProblem
  readonly quantity?: CountProblem | 'short'
}

export const NEW_FLASH_NOW: FlashNowDraft = { price: '', quantity: '', minutes: '5' }

/** The sale as it is sent: it begins with the server's clock, one for each person. */
export function checkFlashNow(
  draft: FlashNowDraft,
  sku: Sku,
  serverNow: EpochMs,
): Result<SentInput<'offers', 'plan-flash-sale'>, FlashNowProblems> {
  const price = readMoney(draft.price, { min: 1, max: Math.max(1, sku.price - 1) })
  const quantity = readCount(draft.quantity, { min: 1, max: 1_000_000 })
  const isShort = quantity.ok && quantity.value > sku.available
  if (!price.ok || !quantity.ok || isShort)
    return err({
      ...(price.ok ? {} : { price: price.error }),
      ...(quantity.ok ? {} : { quantity: quantity.error }),
      ...(isShort ? { quantity: 'short' } : {}),
    })
  return ok({
    skuId: sku.id,
    price: price.value,
    startsAt: serverNow,
    endsAt: serverNow + Number(draft.minutes) * MINUTE,
    quantity: quantity.value,
    perPerson: 1,
  })
}
