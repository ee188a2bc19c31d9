import type { Refund } from '@/contracts/orders'
import { aRefund } from '../../../test/builders/shop-order'
import { refundSteps } from './refund-steps'

const way = (overrides: Partial<Refund>): string =>
  refundSteps(aRefund(1, overrides))
    .map(({ name, is }) => `${name}:${is}`)
    .join(' ')

it.each([
  ['requested', 'asked:done answering:now refunding:later refunded:later'],
  ['refused', 'asked:done refused:stuck'],
  ['withdrawn', 'asked:done withdrawn:stuck'],
  ['refunding', 'asked:done agreed:done refunding:now refunded:later'],
  ['failed', 'asked:done agreed:done failed:stuck refunded:later'],
  ['refunded', 'asked:done agreed:done refunding:done refunded:done'],
] as const)('shows how far a request is that is %s', (status, steps) => {
  expect(way({ status })).toBe(steps)
})

it.each(['merchant', 'late-payment', 'second-payment'] as const)(
  'waits for nobody’s answer when the cause is %s',
  (cause) => {
    expect(way({ cause, status: 'refunding' })).toBe('begun:done refunding:now refunded:later')
  },
)
