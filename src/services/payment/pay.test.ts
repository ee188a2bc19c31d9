import { err, ok } from '@/domain/result'
import type { SheetOutcome } from '@/platform/ports/payment-sheet'
import { anOrder, orderIdOf } from '../../../test/builders/wire'
import type { CallError } from '../backend'
import { pay, type PaymentState, type PayPorts } from './pay'

const prepay = { wallet: 'alipay', tradeNo: '2026050122001' } as const
const awaiting = anOrder(1)
const paid = anOrder(1, { status: 'paid' })
const closed = anOrder(1, { status: 'closed', closedBecause: 'timeout' })
const fail = (code: CallError['code']) => err({ code })

interface Stage {
  readonly prepaid?: ReturnType<typeof fail>
  readonly says?: SheetOutcome
  readonly confirms: readonly unknown[]
  readonly wantedFor?: number
}

function stage({ prepaid, says = 'approved', confirms, wantedFor = Infinity }: Stage) {
  const pauses: number[] = []
  const told: PaymentState['kind'][] = []
  let opened = 0
  let asked = 0
  let looks = 0
  const call = async (_function: string, operation: string) => {
    if (operation === 'prepay') return prepaid ?? ok({ prepay })
    asked += 1
    return confirms[Math.min(asked, confirms.length) - 1]
  }
  const ports: PayPorts = {
    // the flow reads only what these two operations answer
    backend: { call: call as PayPorts['backend']['call'] },
    paymentSheet: {
      open: async () => {
        opened += 1
        return says
      },
    },
    pause: async (ms) => void pauses.push(ms),
    tell: (state) => void told.push(state.kind),
    isWanted: () => ++looks <= wantedFor,
  }
  return { run: () => pay(orderIdOf(1), ports), pauses, told, opened: () => opened, asked: () => asked }
}

it('is paid only when the server says so', async () => {
  const scene = stage({ confirms: [ok({ order: paid })] })
  expect(await scene.run()).toEqual({ kind: 'paid', order: paid })
  expect(scene.told).toEqual(['opening', 'in-wallet', 'checking'])
})

it('is paid although the wallet said cancelled', async () => {
  const scene = stage({ says: 'cancelled', confirms: [ok({ order: paid })] })
  expect((await scene.run()).kind).toBe('paid')
})

it.each(['part-shipped', 'shipped', 'received', 'done'] as const)(
  'is paid when the order is %s already',
  async (status) => {
    const scene = stage({ confirms: [ok({ order: anOrder(1, { status }) })] })
    expect((await scene.run()).kind).toBe('paid')
  },
)

it('buys nothing when the order was given back in full meanwhile', async () => {
  const refunded = anOrder(1, { status: 'refunded' })
  const scene = stage({ confirms: [ok({ order: refunded })] })
  expect(await scene.run()).toEqual({ kind: 'closed', order: refunded })
})

it('keeps the order after a cancelled payment', async () => {
  const scene = stage({ says: 'cancelled', confirms: [ok({ order: awaiting })] })
  expect(await scene.run()).toEqual({ kind: 'cancelled', order: awaiting })
  expect(scene.pauses).toEqual([])
})

it('asks again with patience while the payment is on its way', async () => {
  const confirms = [ok({ order: awaiting }), fail('payment-unknown'), fail('offline'), ok({ order: paid })]
  const scene = stage({ confirms })
  expect((await scene.run()).kind).toBe('paid')
  expect(scene.pauses).toEqual([1_000, 2_000, 3_000])
})

it('says unknown after half a minute, never failed', async () => {
  const scene = stage({ says: 'unknown', confirms: [ok({ order: awaiting })] })
  expect(await scene.run()).toEqual({ kind: 'unknown' })
  expect(scene.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(30_000)
})

it('does not open a wallet for an order that is paid already', async () => {
  const scene = stage({ prepaid: fail('order-paid'), confirms: [ok({ order: paid })] })
  expect((await scene.run()).kind).toBe('paid')
  expect(scene.opened()).toBe(0)
})

it.each(['order-closed', 'payment-unknown'] as const)(
  'asks what became of an order after %s',
  async (code) => {
    const scene = stage({ prepaid: fail(code), confirms: [ok({ order: closed })] })
    expect(await scene.run()).toEqual({ kind: 'closed', order: closed })
  },
)

it('is refused when the wallet cannot be opened', async () => {
  const scene = stage({ prepaid: fail('wallet-unavailable'), confirms: [] })
  expect(await scene.run()).toEqual({ kind: 'refused', error: { code: 'wallet-unavailable' } })
  expect(scene.asked()).toBe(0)
})

it('opens no wallet over a page that has gone', async () => {
  const scene = stage({ confirms: [ok({ order: awaiting })], wantedFor: 0 })
  expect(await scene.run()).toEqual({ kind: 'unknown' })
  expect(scene.opened()).toBe(0)
})

it('stops asking when nobody looks any more', async () => {
  const scene = stage({ confirms: [ok({ order: awaiting })], wantedFor: 2 })
  await scene.run()
  expect(scene.asked()).toBe(1)
})
