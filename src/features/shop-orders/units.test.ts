import { toFen } from '@/domain/money'
import { aParcel, aShopLine, aShopOrder } from '../../../test/builders/shop-order'
import { leftToShip, refundAmount, unitsOf } from './units'

it('ships what is neither in a parcel nor given back', () => {
  expect(leftToShip(aShopLine(1, { quantity: 5, shipped: 2, refunded: 1 }))).toBe(2)
  expect(leftToShip(aShopLine(1, { quantity: 2, shipped: 2, refunded: 1 }))).toBe(0)
})

it('means only the lines of which there is at least one', () => {
  expect(unitsOf({ 1: 0, 2: 3 })).toEqual([{ line: 2, quantity: 3 }])
})

describe('what a refund will come to', () => {
  const order = aShopOrder(1, {
    freight: toFen(800),
    refundable: { lines: [{ line: 1, quantity: 2, amount: toFen(5981) }], freight: toFen(800) },
  })
  it('is a unit’s part of what was paid, a part of a fen left to the last', () => {
    expect(refundAmount(order, [{ line: 1, quantity: 1 }])).toBe(2990)
  })
  it('has the freight with the last unit of what was never sent', () => {
    expect(refundAmount(order, [{ line: 1, quantity: 2 }])).toBe(6781)
    const sent = { ...order, parcels: [aParcel(1)] }
    expect(refundAmount(sent, [{ line: 1, quantity: 2 }])).toBe(5981)
  })
  it('is nothing for no units, and for an order that gives nothing back', () => {
    expect(refundAmount(order, [])).toBeNull()
    expect(refundAmount({ ...order, refundable: null }, [{ line: 1, quantity: 1 }])).toBeNull()
  })
})
