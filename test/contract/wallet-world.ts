import type { EpochMs } from '@/domain/time'
import type { PaymentGateway, PaymentRequest } from '../../cloudfunctions/_kernel/ports/payment-gateway'
import type { ShippingReports } from '../../cloudfunctions/_kernel/ports/shipping-reports'
import { FakeClock } from '../builders/fake-clock'
import { FakeWallet } from '../builders/fake-wallet'
import { RecordingShipping } from '../builders/recording-shipping'
import { openWalletStand, type WalletStand } from './wallet-stand'
import { aPaidAttempt, aRequest, type Misbehaviour, type WalletUnderTest } from './wallet-under-test'

export interface PaidRequest {
  readonly request: PaymentRequest
  readonly transactionId: string
}
/** A wallet and its shipping desk, in a time that stands still until the test moves it. */
export interface WalletWorld {
  readonly gateway: PaymentGateway
  readonly shipping: ShippingReports
  /** A new attempt, paid at this moment. */
  pay(overrides?: Partial<PaymentRequest>): Promise<PaidRequest>
  travel(to: EpochMs): void
  misbehave(how: Pick<Misbehaviour, 'refund' | 'bill'>): void
  /** The numbers of the parcels that the wallet holds for a payment. */
  parcelsOf(transactionId: string): readonly string[]
  close(): Promise<void>
}
/** The same world reached over the wallet's own protocol, with all that can go wrong there. */
export interface WiredWorld extends WalletWorld {
  readonly wallet: WalletUnderTest
  readonly stand: WalletStand
}

/** Only the date is made up: sockets and their timeouts go on. */
const REAL_TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

export async function openWiredWorld(wallet: WalletUnderTest): Promise<WiredWorld> {
  const stand = await openWalletStand({ retryScale: 1 })
  jest.useFakeTimers({ doNotFake: [...REAL_TIMERS] })
  const gateway = wallet.open(stand)
  return {
    wallet,
    stand,
    gateway,
    shipping: wallet.openShipping(stand),
    async pay(overrides = {}) {
      const { request } = await aPaidAttempt(wallet, stand, overrides)
      return { request, transactionId: await transactionOf(gateway, request) }
    },
    travel(to) {
      jest.setSystemTime(to)
    },
    misbehave: (how) => wallet.misbehave(stand, how),
    parcelsOf: (transactionId) =>
      wallet
        .shipmentsOf(stand)
        .of(transactionId)
        ?.parcels.map(({ number }) => number) ?? [],
    async close() {
      jest.useRealTimers()
      await stand.close()
    },
  }
}

export async function openFakeWorld(): Promise<WalletWorld> {
  const clock = new FakeClock()
  const gateway = new FakeWallet('alipay', clock)
  const shipping = new RecordingShipping()
  return {
    gateway,
    shipping,
    async pay(overrides = {}) {
      const request = aRequest({ clock }, overrides)
      await gateway.create(request)
      gateway.pay(request.paymentId)
      return { request, transactionId: await transactionOf(gateway, request) }
    },
    travel: (to) => clock.advance(to - clock.now()),
    misbehave({ refund, bill }) {
      gateway.isSlowToRefund = refund === 'processing'
      gateway.isLateWithBills = bill === 'late'
      if (refund === 'failed') for (const refundId of gateway.refunds.keys()) gateway.failRefund(refundId)
    },
    parcelsOf: (transactionId) =>
      shipping.held.get(transactionId)?.parcels.map(({ trackingNumber }) => trackingNumber) ?? [],
    close: async () => undefined,
  }
}

async function transactionOf(gateway: PaymentGateway, { paymentId }: PaymentRequest): Promise<string> {
  const state = await gateway.query(paymentId)
  if (!state.ok || state.value.status !== 'paid') throw new Error(`${paymentId} is not paid`)
  return state.value.transactionId
}
