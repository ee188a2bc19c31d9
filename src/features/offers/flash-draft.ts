import type { SentInput } from '@/contracts'
import type { Sku } from '@/domain/product'
import { err, ok, type Result } from '@/domain/result'
import { DAY, type EpochMs, HOUR } from '@/domain/time'
import { momentText, parseMoment } from './moment'
import { type CountProblem, type MoneyProblem, readCount, readMoney } from './typed'

/** A flash sale as it is being filled in. */
export interface FlashDraft {
  readonly sku: Sku | null
  readonly price: string
  readonly startsAt: string
  readonly endsAt: string
  readonly quantity: string
  readonly perPerson: string
}

export interface FlashProblems {
  readonly sku?: 'missing'
  readonly price?: MoneyProblem
  readonly startsAt?: 'wrong'
  readonly endsAt?: 'wrong' | 'order' | 'too-long'
  readonly quantity?: CountProblem | 'short'
  readonly perPerson?: CountProblem | 'too-many'
}

export const QUANTITY = { min: 1, max: 1_000_000 }
export const PER_PERSON = { min: 1, max: 99 }

export const newFlashSale = (now: EpochMs): FlashDraft => ({
  sku: null,
  price: '',
  startsAt: momentText(now),
  endsAt: momentText(now + 2 * HOUR),
  quantity: '',
  perPerson: '1',
})

/** A price that lasts longer is a price: then the regular one should be changed. */
const LONGEST_MS = DAY

function endProblem(startsAt: EpochMs | null, endsAt: EpochMs | null, now: EpochMs): FlashProblems['endsAt'] {
  if (endsAt === null) return 'wrong'
  if (endsAt <= now || endsAt <= (startsAt ?? 0)) return 'order'
  return startsAt !== null && endsAt - startsAt > LONGEST_MS ? 'too-long' : undefined
}

/** The sale as it can be sent, or every problem at once. A flash price that saves nothing is a mistake. */
export function checkFlashSale(
  draft: FlashDraft,
  now: EpochMs,
): Result<SentInput<'offers', 'plan-flash-sale'>, FlashProblems> {
  const { sku } = draft
  const price = readMoney(draft.price, { min: 1, max: sku === null ? 1 : Math.max(1, sku.price - 1) })
  const startsAt = parseMoment(draft.startsAt)
  const endsAt = parseMoment(draft.endsAt)
  const endsWrong = endProblem(startsAt, endsAt, now)
  const quantity = readCount(draft.quantity, QUANTITY)
  const perPerson = readCount(draft.perPerson, PER_PERSON)
  const isTooMany = quantity.ok && perPerson.ok && perPerson.value > quantity.value
  const problems: FlashProblems = {
    ...(sku === null ? { sku: 'missing' as const } : {}),
    ...(price.ok || (sku === null && price.error === 'too-high') ? {} : { price: price.error }),
    ...(startsAt === null ? { startsAt: 'wrong' as const } : {}),
    ...(endsWrong === undefined ? {} : { endsAt: endsWrong }),
    ...(quantity.ok ? {} : { quantity: quantity.error }),
    ...(quantity.ok && quantity.value > (sku?.available ?? QUANTITY.max)
      ? { quantity: 'short' as const }
      : {}),
    ...(perPerson.ok ? {} : { perPerson: perPerson.error }),
    ...(isTooMany ? { perPerson: 'too-many' as const } : {}),
  }
  const isComplete = sku !== null && price.ok && startsAt !== null && endsAt !== null
  if (!isComplete || !quantity.ok || !perPerson.ok || Object.keys(problems).length > 0) return err(problems)
  return ok({
    skuId: sku.id,
    price: price.value,
    startsAt,
    endsAt,
    quantity: quantity.value,
    perPerson: perPerson.value,
  })
}
