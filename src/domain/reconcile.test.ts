import * as fc from 'fast-check'
import { billDayOf, type BillRow, startOfBillDay } from './bill'
import { toFen } from './money'
import { dueBetween, earlierDays, isExplained, type LedgerEntry, reconcile } from './reconcile'
import { DAY, HOUR, MINUTE } from './time'

const day = billDayOf(Date.parse('2026-05-01T12:00:00+08:00'))
const noon = startOfBillDay(day) + 12 * HOUR

const entryOf = (overrides: Partial<LedgerEntry> = {}): LedgerEntry => ({
  kind: 'payment',
  number: 'pay-1',
  paymentId: 'pay-1',
  amount: toFen(2990),
  askedAt: noon,
  bookedAt: noon,
  ...overrides,
})
const refundOf = (overrides: Partial<LedgerEntry> = {}): LedgerEntry =>
  entryOf({ kind: 'refund', number: 'rf-1', ...overrides })

const rowOf = ({ kind, number, paymentId, amount, askedAt: at }: LedgerEntry): BillRow =>
  kind === 'payment'
    ? { kind, paymentId, transactionId: `tx-${paymentId}`, amount, at }
    : { kind, paymentId, transactionId: `tx-${paymentId}`, refundId: number, amount, at }

const compare = (ours: readonly LedgerEntry[], bill: readonly BillRow[], earlier: readonly BillRow[] = []) =>
  reconcile({ day, ours, bill, earlier })

const anyEntry = (index: number) =>
  fc
    .record({
      kind: fc.constantFrom('payment' as const, 'refund' as const),
      amount: fc.integer({ min: 1, max: 1_000_000 }).map(toFen),
      at: fc.integer({ min: 0, max: 22 * HOUR }),
    })
    .map(({ kind, amount, at }) =>
      entryOf({
        kind,
        number: `${kind}-${index}`,
        paymentId: `${kind}-${index}`,
        amount,
        askedAt: startOfBillDay(day) + at,
        bookedAt: startOfBillDay(day) + at,
      }),
    )
const anyLedger = fc
  .nat({ max: 12 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => anyEntry(index))))

describe('a ledger and a bill', () => {
  it('that tell the same agree, in whatever order', () => {
    fc.assert(
      fc.property(
        anyLedger.chain((ours) =>
          fc.tuple(fc.constant(ours), fc.shuffledSubarray(ours.map(rowOf), { minLength: ours.length })),
        ),
        ([ours, bill]) => {
          expect(compare(ours, bill)).toEqual([])
          expect(earlierDays({ day, ours, bill })).toEqual([])
        },
      ),
    )
  })

  it('differ by exactly what the differences tell, fen for fen', () => {
    const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)
    fc.assert(
      fc.property(
        anyLedger.chain((all) => fc.tuple(fc.subarray(all), fc.subarray(all), fc.nat({ max: 3 }))),
        ([ours, billed, more]) => {
          const bill = billed.map((entry) => rowOf({ ...entry, amount: toFen(entry.amount + more) }))
          const differences = compare(ours, bill)
          const told = differences.map(({ here, there }) => (there ?? 0) - (here ?? 0))
          expect(sum(told)).toBe(
            sum(bill.map(({ amount }) => amount)) - sum(ours.map(({ amount }) => amount)),
          )
          expect(new Set(differences.map(({ number }) => number)).size).toBe(differences.length)
        },
      ),
    )
  })

  it.each([
    ['payment-missing-here', [], [entryOf()], null, 2990],
    ['payment-missing-here', [entryOf({ bookedAt: null })], [entryOf()], null, 2990],
    ['payment-missing-there', [entryOf()], [], 2990, null],
    ['payment-amount', [entryOf()], [entryOf({ amount: toFen(1) })], 2990, 1],
    ['payment-amount', [entryOf()], [entryOf(), entryOf()], 2990, 5980],
    ['refund-missing-here', [], [refundOf()], null, 2990],
    ['refund-missing-here', [refundOf({ bookedAt: null })], [refundOf()], null, 2990],
    ['refund-missing-there', [refundOf()], [], 2990, null],
    ['refund-amount', [refundOf()], [refundOf({ amount: toFen(1) })], 2990, 1],
  ])('differ by %s', (kind, ours, billed, here, there) => {
    const number = kind.startsWith('payment') ? 'pay-1' : 'rf-1'
    expect(compare(ours, billed.map(rowOf))).toEqual([{ kind, number, paymentId: 'pay-1', here, there }])
  })

  it('differ by a refund made at the wallet’s desk, which goes by the wallet’s number', () => {
    expect(compare([entryOf()], [rowOf(entryOf()), rowOf(refundOf({ number: '' }))])).toEqual([
      { kind: 'refund-missing-here', number: 'tx-pay-1', paymentId: 'pay-1', here: null, there: 2990 },
    ])
  })

  it('do not take a refund for the payment with the same number', () => {
    const refund = refundOf({ number: 'pay-1' })
    expect(compare([entryOf()], [rowOf(refund)]).map(({ kind }) => kind)).toEqual([
      'refund-missing-here',
      'payment-missing-there',
    ])
  })
})

describe('around midnight', () => {
  const start = startOfBillDay(day)

  it('what is on the bill may be booked on any day', () => {
    const ours = [entryOf({ bookedAt: start - 5 * MINUTE }), refundOf({ bookedAt: start + 3 * DAY })]
    expect(compare(ours, ours.map(rowOf))).toEqual([])
  })

  it('what was booked in the last hour is looked for in the next bill', () => {
    const late = entryOf({ askedAt: start + DAY - 9 * MINUTE, bookedAt: start + DAY - 5 * MINUTE })
    expect(compare([late], [])).toEqual([])
    const next = billDayOf(start + DAY)
    expect(reconcile({ day: next, ours: [late], bill: [rowOf(late)], earlier: [] })).toEqual([])
    expect(reconcile({ day: next, ours: [late], bill: [], earlier: [rowOf(late)] })).toEqual([])
    expect(reconcile({ day: next, ours: [late], bill: [], earlier: [] })).toMatchObject([
      { kind: 'payment-missing-there' },
    ])
  })

  it('every moment is looked for on one day', () => {
    fc.assert(
      fc.property(fc.integer({ min: start - 2 * DAY, max: start + 2 * DAY }), (at) => {
        const days = [-3, -2, -1, 0, 1, 2, 3].map((shift) => dueBetween(billDayOf(start + shift * DAY)))
        expect(days.filter(({ from, until }) => at >= from && at < until)).toHaveLength(1)
      }),
    )
  })
})

describe('earlier bills', () => {
  const start = startOfBillDay(day)

  it('are looked in as far back as the missing was asked for, and no further than a week', () => {
    const daysFor = (askedAt: number) =>
      earlierDays({ day, ours: [refundOf({ askedAt }), entryOf()], bill: [rowOf(entryOf())] })
    expect(daysFor(noon)).toEqual([])
    expect(daysFor(start + MINUTE)).toEqual(['2026-04-30'])
    expect(daysFor(start - 2 * DAY + 2 * HOUR)).toEqual(['2026-04-30', '2026-04-29'])
    expect(daysFor(start - 30 * DAY)).toHaveLength(7)
  })

  it('hold what took days to be done', () => {
    const slow = refundOf({ askedAt: start - 2 * DAY })
    expect(compare([slow], [], [rowOf(slow)])).toEqual([])
  })
})

describe('an open difference', () => {
  const missing = (kind: 'payment-missing-there' | 'refund-missing-there', number: string) =>
    ({ kind, number, here: toFen(2990), there: null }) as const

  it('of what no bill told of is explained by a later bill over the same amount', () => {
    const payment = missing('payment-missing-there', 'pay-1')
    const refund = missing('refund-missing-there', 'rf-1')
    expect(isExplained(payment, entryOf(), [rowOf(refundOf())])).toBe(false)
    expect(isExplained(payment, entryOf(), [rowOf(entryOf())])).toBe(true)
    expect(isExplained(refund, refundOf(), [rowOf(refundOf({ amount: toFen(1) }))])).toBe(false)
    expect(isExplained(refund, refundOf(), [rowOf(refundOf())])).toBe(true)
  })

  it('of what we did not know is explained once we know the same amount', () => {
    const open = { kind: 'payment-missing-here', number: 'pay-1', here: null, there: toFen(2990) } as const
    expect(isExplained(open, undefined, [])).toBe(false)
    expect(isExplained(open, entryOf({ bookedAt: null }), [])).toBe(false)
    expect(isExplained(open, entryOf({ amount: toFen(1) }), [])).toBe(false)
    expect(isExplained(open, entryOf(), [])).toBe(true)
  })
})
