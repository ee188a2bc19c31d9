import { aSku } from '../../../../test/builders/room'
import { checkFlashNow, NEW_FLASH_NOW } from './flash-now-draft'

const NOW = 1_800_000_000_000
const check = (change: object) =>
  checkFlashNow({ ...NEW_FLASH_NOW, price: '9.90', quantity: '5', ...change }, aSku(1), NOW)

it('begins now, by the server’s clock, and lasts as long as was chosen', () => {
  expect(check({ minutes: '3' })).toEqual({
    ok: true,
    value: { skuId: aSku(1).id, price: 990, startsAt: NOW, endsAt: NOW + 180_000, quantity: 5, perPerson: 1 },
  })
})

it.each([
  ['price', 'wrong', { price: '' }],
  ['price', 'too-high', { price: '29.90' }],
  ['quantity', 'wrong', { quantity: '' }],
  ['quantity', 'short', { quantity: '11' }],
])('finds that the %s is %s', (field, problem, change) => {
  expect(check(change)).toEqual({ ok: false, error: { [field]: problem } })
})
