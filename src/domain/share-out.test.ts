import fc from 'fast-check'
import { toFen } from './money'
import { shareOut } from './share-out'

const share = (total: number, ...weights: number[]) =>
  shareOut(toFen(total), weights.map(toFen), (weight) => weight).map((part) => part.share)

describe('sharing out', () => {
  it('gives the odd fen to the largest remainders, the earlier first', () => {
    expect(share(100, 1, 1, 1)).toEqual([34, 33, 33])
    expect(share(5, 299, 100, 1)).toEqual([4, 1, 0])
  })

  it('gives nothing to whoever weighs nothing', () => {
    expect(share(7, 0, 5)).toEqual([0, 7])
  })

  it('has nothing to share among nobody', () => {
    expect(share(0, 0, 0)).toEqual([0, 0])
    expect(() => share(1, 0)).toThrow('Nobody to share with')
  })

  it('is exact, fair to a fen and never more than a weight, whatever the amounts', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, part) => {
          const sum = weights.reduce((all, weight) => all + weight, 0)
          const total = Math.floor(sum * part)
          const shares = share(total, ...weights)
          expect(shares.reduce((all, one) => all + one, 0)).toBe(total)
          shares.forEach((one, index) => {
            const weight = weights[index] ?? 0
            expect(one).toBeLessThanOrEqual(weight)
            expect(Math.abs(one - (sum === 0 ? 0 : (weight * total) / sum))).toBeLessThan(1.001)
          })
        },
      ),
    )
  })
})
