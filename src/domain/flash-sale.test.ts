import { type FlashSale, unitsAtFlashPrice } from './flash-sale'
import type { FlashSaleId, SkuId } from './ids'
import { toFen } from './money'

const sale: FlashSale = {
  id: 'f_1' as FlashSaleId,
  skuId: 's_1' as SkuId,
  price: toFen(990),
  startsAt: 100,
  endsAt: 200,
  quantity: 10,
  taken: 8,
  perPerson: 3,
}

describe('units at the flash price', () => {
  it.each([
    ['none before it opens', { now: 99 }, 0],
    ['from the server’s first moment on', { now: 100 }, 2],
    ['until just before its last', { now: 199 }, 2],
    ['none when it is over', { now: 200 }, 0],
    ['no more than a person’s limit leaves', { had: 2, now: 150 }, 1],
    ['none for somebody beyond the limit', { had: 4, now: 150 }, 0],
  ])('are %s', (_what, facts, units) => {
    expect(unitsAtFlashPrice(sale, { had: 0, ...facts })).toBe(units)
  })
})
