import type { Difference } from '@/contracts/merchant/payments'
import { Page } from '@/ui'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { EVENING, orderIdOf } from '../../../test/builders/wire'
import { ReconciliationView, type ReconciliationViewProps } from './reconciliation-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const DAYS = [
  {
    day: '2026-04-29',
    wallet: 'alipay',
    status: 'differs',
    payments: 12800,
    refunds: 2990,
    checkedAt: EVENING,
  },
  { day: '2026-04-30', wallet: 'alipay', status: 'agrees', payments: 5980, refunds: 0, checkedAt: EVENING },
  { day: '2026-05-01', wallet: 'wechat-pay', status: 'waiting', payments: 0, refunds: 0, checkedAt: null },
]
/** As the wire carries it. */
const aDifference = (overrides: Partial<Difference> = {}) => ({
  id: 'd1',
  day: '2026-04-29',
  wallet: 'alipay' as const,
  kind: 'payment-missing-here' as const,
  number: 'pay_orchard0one',
  orderId: orderIdOf(1),
  here: null,
  there: 2990,
  status: 'open' as const,
  repair: null,
  note: '',
  foundAt: EVENING,
  ...overrides,
})
const onOrder = jest.fn()
const InPage = (props: ReconciliationViewProps) => (
  <Page>
    <ReconciliationView {...props} />
  </Page>
)
let screen: Screen<ReconciliationViewProps>

const are = (...differences: readonly object[]): void => {
  host.answer('payments/reconciliation', () => data({ days: DAYS, differences, serverTime: EVENING }))
}
async function given(...differences: readonly object[]): Promise<void> {
  are(...differences)
  screen = await show(InPage, { merchantId, onOrder })
}

beforeEach(() => {
  host.reset()
})
afterEach(() => {
  screen.close()
})

it('says day by day what each wallet’s bill came to, the newest first', async () => {
  await given()
  expect(screen.text()).toContain('都对得上')
  expect(screen.text()).toContain('2026-04-30收 ¥59.8 · 退 ¥0一致2026-04-29收 ¥128 · 退 ¥29.9有差异')
  expect(screen.text()).toContain('2026-05-01等账单')
})

it('says what each side has, and leads to the order', async () => {
  await given(aDifference())
  for (const words of ['1 处对不上', '钱包收了款，店铺没记到', '店铺记录没有', '钱包账单¥29.9'])
    expect(screen.text()).toContain(words)
  await screen.tap('看单号 pay_orchard0one 的订单')
  expect(onOrder).toHaveBeenCalledWith(orderIdOf(1))
})

it('asks the wallet once for two taps, and says what came of it', async () => {
  await given(aDifference())
  const repaired = aDifference({ status: 'repaired', repair: 'payment-settled' })
  host.answer('payments/repair-difference', () => data({ difference: repaired }))
  are(repaired)
  await screen.tap('核对单号 pay_orchard0one', 2)
  expect(host.asked('payments/repair-difference').map(({ input }) => input)).toEqual([
    { merchantId, differenceId: 'd1' },
  ])
  expect(screen.text()).toContain('都对得上')
  expect(screen.text()).toContain('收款已补记到订单')
})

it('says that they still differ, or that the wallet does not answer', async () => {
  await given(aDifference())
  host.answer('payments/repair-difference', () => data({ difference: aDifference() }))
  await screen.tap('核对单号 pay_orchard0one')
  expect(screen.text()).toContain('还是不一样')
  host.answer('payments/repair-difference', () => refusal('payment-unknown'))
  await screen.tap('核对单号 pay_orchard0one')
  expect(screen.text()).toContain('付款结果还在确认')
})

it('closes a difference with a note only', async () => {
  await given(aDifference({ orderId: null }))
  const noted = aDifference({ status: 'noted', note: '线下门店的收款' })
  host.answer('payments/note-difference', () => data({ difference: noted }))
  expect(screen.text()).not.toContain('看订单')
  await screen.tap('给单号 pay_orchard0one 写说明')
  await screen.tap('保存说明')
  expect(screen.text()).toContain('请写一句说明')
  await screen.type('说明', '线下门店的收款')
  are(noted)
  await screen.tap('保存说明', 2)
  expect(host.asked('payments/note-difference').map(({ input }) => input)).toEqual([
    { merchantId, differenceId: 'd1', note: '线下门店的收款' },
  ])
  expect(screen.text()).toContain('线下门店的收款')
})
