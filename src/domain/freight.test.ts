import { freightFor, type FreightTemplate } from './freight'
import { toFen } from './money'

const template: FreightTemplate = {
  fee: toFen(800),
  freeFrom: toFen(9900),
  regions: [
    { names: ['新疆', '西藏'], fee: toFen(2500) },
    { names: ['香港'], fee: null },
  ],
}
const fee = (goods: number, region = '浙江省 杭州市', shop: FreightTemplate | null = template) =>
  freightFor(shop, { goods: toFen(goods), region })

describe('freight', () => {
  it('is the shop’s fee below the amount from which it is free', () => {
    expect([fee(9899), fee(9900)]).toEqual([800, 0])
  })

  it('has its own fee for far regions, whatever the goods cost', () => {
    expect(fee(99_900, '新疆 乌鲁木齐')).toBe(2500)
  })

  it('is not to be had where the shop does not send', () => {
    expect(fee(100, '香港特别行政区')).toBeNull()
  })

  it('is never free when the shop does not say so', () => {
    expect(fee(99_900, '浙江省', { ...template, freeFrom: null })).toBe(800)
  })

  it('costs nothing in a shop without a template', () => {
    expect(fee(1, '新疆', null)).toBe(0)
  })
})
