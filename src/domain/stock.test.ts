import fc from 'fast-check'
import { everPutIn, moveStock, STOCK_MOVES, type Stock } from './stock'

const stock: Stock = { available: 5, reserved: 3, sold: 2 }

describe('stock', () => {
  it.each([
    ['put-in', 4, { available: 9, reserved: 3, sold: 2 }],
    ['corrected', -5, { available: 0, reserved: 3, sold: 2 }],
    ['reserved', 5, { available: 0, reserved: 8, sold: 2 }],
    ['released', 3, { available: 8, reserved: 0, sold: 2 }],
    ['sold', 3, { available: 5, reserved: 0, sold: 5 }],
    ['returned', 2, { available: 7, reserved: 3, sold: 0 }],
  ] as const)('that is %s moves', (move, units, after) => {
    expect(moveStock(stock, move, units)).toEqual(after)
  })

  it.each([
    ['reserved', 6],
    ['released', 4],
    ['sold', 4],
    ['returned', 3],
    ['corrected', -6],
  ] as const)('that is not there cannot be %s', (move, units) => {
    expect(moveStock(stock, move, units)).toBeNull()
  })

  it('is conserved by every move of an order', () => {
    const orders = STOCK_MOVES.filter((move) => move !== 'put-in' && move !== 'corrected')
    const units = fc.integer({ min: 1, max: 10 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...orders), units)), (moves) => {
        const end = moves.reduce((now, [move, count]) => moveStock(now, move, count) ?? now, stock)
        expect(everPutIn(end)).toBe(everPutIn(stock))
      }),
    )
  })
})
