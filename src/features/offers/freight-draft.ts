import type { FreightTerms } from '@/contracts/merchant/offers'
import { formatYuan, toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import { MOST_FEN, type MoneyProblem, readMoney, readOptionalMoney } from './typed'

/** A region's exception as it is being filled in. `key` tells rows apart that look the same. */
export interface RegionDraft {
  readonly key: number
  readonly names: string
  readonly kind: 'fee' | 'not-served'
  readonly fee: string
}
export interface FreightDraft {
  readonly mode: 'free' | 'fee'
  readonly fee: string
  readonly freeFrom: string
  readonly regions: readonly RegionDraft[]
}

export interface RegionProblems {
  readonly names?: 'missing' | 'too-many'
  readonly fee?: MoneyProblem
}
export interface FreightProblems {
  readonly fee?: MoneyProblem
  readonly freeFrom?: MoneyProblem
  /** By the row's key. */
  readonly regions: Readonly<Record<number, RegionProblems>>
}
export const NO_PROBLEMS: FreightProblems = { regions: {} }

/** Most rows, most names in a row and most letters of one, as the contract takes them. */
export const MAX_REGIONS = 40
const MAX_NAMES = 40
const MAX_NAME = 20
const FEE = { min: 0, max: 1_000_000 }

const yuan = (fen: number): string => formatYuan(toFen(fen)).replace(/\.?0+$/, '')

/** Nothing set is the same as free everywhere. */
export function draftOf(freight: FreightTerms | null): FreightDraft {
  if (freight === null) return { mode: 'free', fee: '', freeFrom: '', regions: [] }
  const isFree = freight.fee === 0 && freight.freeFrom === null
  return {
    mode: isFree ? 'free' : 'fee',
    fee: isFree ? '' : yuan(freight.fee),
    freeFrom: freight.freeFrom === null ? '' : yuan(freight.freeFrom),
    regions: freight.regions.map(({ names, fee }, key) => ({
      key,
      names: names.join('、'),
      kind: fee === null ? 'not-served' : 'fee',
      fee: fee === null ? '' : yuan(fee),
    })),
  }
}

export const withRegion = (draft: FreightDraft): FreightDraft => ({
  ...draft,
  regions: [
    ...draft.regions,
    { key: Math.max(-1, ...draft.regions.map(({ key }) => key)) + 1, names: '', kind: 'not-served', fee: '' },
  ],
})

export const namesIn = (text: string): readonly string[] =>
  text.split(/[、,，;；\s]+/).filter((name) => name !== '')

function readRegion({ names: typed, kind, fee: typedFee }: RegionDraft) {
  const names = [...namesIn(typed)]
  const fee = kind === 'fee' ? readMoney(typedFee, FEE) : ok(null)
  const isTooMany = names.length > MAX_NAMES || names.some((name) => name.length > MAX_NAME)
  const problems: RegionProblems = {
    ...(names.length === 0 ? { names: 'missing' as const } : {}),
    ...(isTooMany ? { names: 'too-many' as const } : {}),
    ...(fee.ok ? {} : { fee: fee.error }),
  }
  return { problems, region: { names, fee: fee.ok ? fee.value : null } }
}

/** The template as it can be sent, or every problem at once. Null: free everywhere, no exception. */
export function checkFreight(draft: FreightDraft): Result<FreightTerms | null, FreightProblems> {
  const isFree = draft.mode === 'free'
  const fee = isFree ? ok(toFen(0)) : readMoney(draft.fee, FEE)
  const freeFrom = isFree ? ok(null) : readOptionalMoney(draft.freeFrom, { min: 1, max: MOST_FEN })
  const regions = draft.regions.map((row) => ({ key: row.key, ...readRegion(row) }))
  const wrong = regions.filter(({ problems }) => Object.keys(problems).length > 0)
  if (!fee.ok || !freeFrom.ok || wrong.length > 0)
    return err({
      ...(fee.ok ? {} : { fee: fee.error }),
      ...(freeFrom.ok ? {} : { freeFrom: freeFrom.error }),
      regions: Object.fromEntries(wrong.map(({ key, problems }) => [key, problems])),
    })
  if (isFree && regions.length === 0) return ok(null)
  return ok({ fee: fee.value, freeFrom: freeFrom.value, regions: regions.map(({ region }) => region) })
}
