import { inspect } from 'node:util'
import type { Prepay } from '@/contracts/payments'
import type { OrderId, PaymentId, UserId } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { MINUTE, SECOND } from '@/domain/time'
import type {
  PaymentGateway,
  PaymentRequest,
  RawWebhook,
} from '../../cloudfunctions/_kernel/ports/payment-gateway'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import type { ShippingReports } from '../../cloudfunctions/_kernel/ports/shipping-reports'
import type { AlipayCall, AlipayFault } from '../../local/wallets/alipay/alipay-sandbox'
import type { BillFault, NoticeFault, RefundFault } from '../../local/wallets/faults'
import type { ShipmentBook } from '../../local/wallets/shipments'
import type { WeChatPayCall } from '../../local/wallets/wechat-pay/wechat-pay-sandbox'
import { decideAtCashier, type WalletStand } from './wallet-stand'

/** How one wallet is reached; everything else of the suites is the same for all of them. */
export interface WalletUnderTest {
  readonly name: string
  open(stand: WalletStand, how?: GatewaySettings): PaymentGateway
  openShipping(stand: WalletStand, how?: GatewaySettings): ShippingReports
  shipmentsOf(stand: WalletStand): ShipmentBook
  /** What goes wrong at the wallet from now on; nothing but what is named. */
  misbehave(stand: WalletStand, how: Misbehaviour): void
  /** Where the cashier for this prepay is. */
  cashierOf(prepay: Prepay): string
  /** Notices older than this are refused. */
  readonly staleAfterMs: number
}
export interface GatewaySettings {
  /** Moves the gateway's own clock. */
  readonly ahead?: number
  readonly timeoutMs?: number
  /** Our side is set up for another app, merchant or seller than the wallet's words are for. */
  readonly other?: 'app' | 'merchant'
}
export interface Misbehaviour {
  readonly reply?: Readonly<Partial<Record<AlipayCall & WeChatPayCall, AlipayFault>>>
  readonly notice?: NoticeFault
  readonly refund?: RefundFault
  readonly bill?: BillFault
}

export const TOTAL = toFen(12_345)

export interface Attempt {
  readonly request: PaymentRequest
  /** Where the person pays it. */
  readonly cashier: string
}

let count = 0
/** A request under a number that was never used before. */
export function aRequest(
  { clock }: { readonly clock: Clock },
  overrides: Partial<PaymentRequest> = {},
): PaymentRequest {
  count += 1
  return {
    paymentId: `pay_orchard1${String(count).padStart(12, '0')}` as PaymentId,
    orderId: 'o_orchard1000000000001' as OrderId,
    amount: TOTAL,
    description: '赣南脐橙 5 斤装 & 果园直发/包邮',
    payer: { userId: 'u_0000000000000000001a' as UserId, hostUserId: 'oLivestallwechat_lin0000000' },
    expiresAt: Math.floor(clock.now() / SECOND) * SECOND + 15 * MINUTE,
    ...overrides,
  }
}

export async function anAttempt(
  wallet: WalletUnderTest,
  stand: WalletStand,
  overrides: Partial<PaymentRequest> = {},
): Promise<Attempt> {
  const request = aRequest(stand, overrides)
  const created = await wallet.open(stand).create(request)
  if (!created.ok) throw new Error(`not created: ${inspect(created.error)}`)
  return { request, cashier: wallet.cashierOf(created.value) }
}

export async function aPaidAttempt(
  wallet: WalletUnderTest,
  stand: WalletStand,
  overrides: Partial<PaymentRequest> = {},
): Promise<Attempt & { readonly notice: RawWebhook }> {
  const attempt = await anAttempt(wallet, stand, overrides)
  await decideAtCashier(stand, attempt.cashier, 'approve')
  const notice = stand.notices.at(-1)?.webhook
  if (notice === undefined) throw new Error('no notice came')
  return { ...attempt, notice }
}
