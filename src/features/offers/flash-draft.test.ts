import { DAY, HOUR } from '@/domain/time'
import { aSku } from '../../../test/builders/room'
import { checkFlashSale, type FlashDraft, newFlashSale } from './flash-draft'
import { momentText } from './moment'

const NOW = new Date(2026, 4, 1, 20).getTime()
const sku = aSku(1, { available: 100 })
const draft = (overrides: Partial<FlashDraft> = {}): FlashDraft => ({
  ...newFlashSale(NOW),
  sku,
  price: '9.90',
  quantity: '50',
  ...overrides,
})

it('becomes a sale of one kind, in fen and server times', () => {
  expect(checkFlashSale(draft(), NOW)).toEqual({
    ok: true,
    value: {
      skuId: sku.id,
      price: 990,
      startsAt: NOW,
      endsAt: NOW + 2 * HOUR,
      quantity: 50,
      perPerson: 1,
    },
  })
})

it.each<[string, Partial<FlashDraft>, object]>([
  ['no kind of goods', { sku: null }, { sku: 'missing' }],
  ['a price that saves nothing', { price: '29.90' }, { price: 'too-high' }],
  ['an end before the start', { endsAt: momentText(NOW - HOUR) }, { endsAt: 'order' }],
  ['moments that are none', { startsAt: '', endsAt: 'late' }, { startsAt: 'wrong', endsAt: 'wrong' }],
  ['more than a day', { endsAt: momentText(NOW + DAY + 60_000) }, { endsAt: 'too-long' }],
  ['more units than there are', { quantity: '101' }, { quantity: 'short' }],
  ['no units', { quantity: '0' }, { quantity: 'range' }],
  ['more for each than there are', { quantity: '2', perPerson: '3' }, { perPerson: 'too-many' }],
])('refuses %s', (_what, overrides, problems) => {
  expect(checkFlashSale(draft(overrides), NOW)).toEqual({ ok: false, error: problems })
})
