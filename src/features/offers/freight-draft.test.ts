import type { FreightTerms } from '@/contracts/merchant/offers'
import { toFen } from '@/domain/money'
import { checkFreight, draftOf, namesIn, withRegion } from './freight-draft'

const TERMS: FreightTerms = {
  fee: toFen(800),
  freeFrom: toFen(9900),
  regions: [
    { names: ['新疆', '西藏'], fee: null },
    { names: ['内蒙古'], fee: toFen(1550) },
  ],
}

it.each([
  ['a fee with exceptions', TERMS],
  ['a fee that is never left out', { ...TERMS, freeFrom: null }],
  ['free, but for some regions', { fee: toFen(0), freeFrom: null, regions: TERMS.regions }],
  ['free everywhere', null],
])('reads %s and says the same again', (_what, terms) => {
  expect(checkFreight(draftOf(terms))).toEqual({ ok: true, value: terms })
})

it('takes names apart however they are written', () => {
  expect(namesIn('新疆、西藏,青海， 海南；')).toEqual(['新疆', '西藏', '青海', '海南'])
})

it('tells which region is wrong, and how', () => {
  const [first, second] = draftOf(TERMS).regions
  if (!first || !second) throw new Error('Two regions were given')
  const draft = {
    ...draftOf(TERMS),
    fee: 'eight',
    regions: [
      { ...first, names: ' ' },
      { ...second, fee: '' },
    ],
  }
  expect(checkFreight(draft)).toEqual({
    ok: false,
    error: { fee: 'wrong', regions: { 0: { names: 'missing' }, 1: { fee: 'wrong' } } },
  })
})

it('gives a new region a key of its own', () => {
  const keys = withRegion(withRegion(draftOf(TERMS))).regions.map(({ key }) => key)
  expect(keys).toEqual([0, 1, 2, 3])
  expect(withRegion(draftOf(null)).regions[0]?.key).toBe(0)
})
