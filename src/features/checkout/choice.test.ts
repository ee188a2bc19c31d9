import { toFen } from '@/domain/money'
import { aShelfProduct, aSku, skuIdOf } from '../../../test/builders/room'
import { addressIdOf } from '../../../test/builders/wire'
import { chosenSku, firstChoice, fitted, mostOf, readiness } from './choice'

const product = aShelfProduct(1, { skus: [aSku(1, { available: 0 }), aSku(2, { price: toFen(1001) })] })
const ready = { skuId: skuIdOf(2), quantity: 3, addressId: addressIdOf(1), claimId: 'best' } as const

it('takes the first SKU that can be had', () => {
  expect(firstChoice(product).skuId).toBe(skuIdOf(2))
})

it('takes none when everything is gone', () => {
  expect(firstChoice(aShelfProduct(1, { skus: [aSku(1, { available: 0 })] })).skuId).toBeNull()
})

it('never offers more than the stock, nor more than one order may have', () => {
  expect(mostOf(aSku(1, { available: 5 }))).toBe(5)
  expect(mostOf(aSku(1, { available: 5_000 }))).toBe(99)
  expect(mostOf(null)).toBe(0)
})

it('takes the quantity down to what is left, but not below one', () => {
  expect(fitted(product, { ...ready, quantity: 50 }).quantity).toBe(10)
  expect(fitted(product, { ...ready, skuId: skuIdOf(1) }).quantity).toBe(1)
  expect(fitted(product, ready)).toBe(ready)
})

it.each([
  ['ready', ready],
  ['choose-address', { ...ready, addressId: null }],
  ['choose-sku', { ...ready, skuId: null }],
  ['sold-out', { ...ready, skuId: skuIdOf(1) }],
] as const)('is %s', (state, choice) => {
  expect(readiness(product, choice)).toBe(state)
})

it('is sold out as a whole when every SKU is', () => {
  const gone = aShelfProduct(1, { skus: [aSku(1, { available: 0 })] })
  expect(readiness(gone, { ...ready, skuId: null })).toBe('sold-out')
  expect(chosenSku(gone, { ...ready, skuId: skuIdOf(9) })).toBeNull()
})
