import { aShelfProduct, aSku } from '../../test/builders/room'
import { toFen } from './money'
import { isSoldOut, lowestPrice } from './product'

describe('a product', () => {
  it('is sold out when every SKU is', () => {
    const gone = aSku(1, { available: 0 })
    expect(isSoldOut(aShelfProduct(1, { skus: [gone, aSku(2)] }))).toBe(false)
    expect(isSoldOut(aShelfProduct(1, { skus: [gone] }))).toBe(true)
  })

  it('costs from its cheapest SKU on', () => {
    const skus = [
      aSku(1, { price: toFen(500) }),
      aSku(2, { price: toFen(300) }),
      aSku(3, { price: toFen(400) }),
    ]
    expect(lowestPrice(aShelfProduct(1, { skus }))).toBe(300)
    expect(lowestPrice(aShelfProduct(1, { skus: [] }))).toBeNull()
  })
})
