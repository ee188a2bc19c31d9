import { closeUnpaidOrder } from '../../../cloudfunctions/orders/close-unpaid-order'
import { endAfterSales, receiveOrder } from '../../../cloudfunctions/orders/end-windows'
import { handlePaymentNotice } from '../../../cloudfunctions/payments/payment-notice'
import type { JobKind } from '../../../cloudfunctions/_kernel/database/trade-tables'
import type { PaymentGateway } from '../../../cloudfunctions/_kernel/ports/payment-gateway'
import { claimCoupon } from '../../../cloudfunctions/_kernel/trade/claim-coupon'
import { closeOrder } from '../../../cloudfunctions/_kernel/trade/close-order'
import { correctStock } from '../../../cloudfunctions/_kernel/trade/correct-stock'
import { openAttempt } from '../../../cloudfunctions/_kernel/trade/open-attempt'
import { receive, ship } from '../../../cloudfunctions/_kernel/trade/parcels'
import { placeOrder } from '../../../cloudfunctions/_kernel/trade/place-order'
import { answerRefund, askForRefund } from '../../../cloudfunctions/_kernel/trade/refunds'
import { sendRefund } from '../../../cloudfunctions/_kernel/trade/send-refund'
import { settleByAsking } from '../../../cloudfunctions/_kernel/trade/settle-by-asking'
import { settlePayment } from '../../../cloudfunctions/_kernel/trade/settle-payment'
import type { ClaimWish } from '../../../cloudfunctions/_kernel/trade/claim-coupon'
import type { TradeContext } from '../../../cloudfunctions/_kernel/trade/trade-context'
import type { Decisions } from '../../../cloudfunctions/_kernel/trade/trade'
import { SimStore, type SimStoreParts } from './sim-store'

type Handler = (context: TradeContext, subject: string) => Promise<'done' | 'again'>
export type SimJobs = Partial<Readonly<Record<JobKind, Handler>>>

/** Everything of the order core that the simulator calls: a planted bug replaces one of these, and nothing else. */
export interface Core {
  readonly decisions: Decisions
  readonly openStore: (parts: SimStoreParts) => SimStore
  readonly overLine: (line: PaymentGateway) => PaymentGateway
  readonly jobs: SimJobs
  readonly claim: (context: TradeContext, wish: ClaimWish) => ReturnType<TradeContext['trade']['claim']>
  readonly closeOrder: typeof closeOrder
  readonly openAttempt: typeof openAttempt
  readonly settleByAsking: typeof settleByAsking
  readonly handleNotice: typeof handlePaymentNotice
  readonly ship: typeof ship
  readonly receive: typeof receive
  readonly askForRefund: typeof askForRefund
  readonly answerRefund: typeof answerRefund
  readonly correctStock: typeof correctStock
}

export const REAL_CORE: Core = {
  decisions: { place: placeOrder, settle: settlePayment, claim: claimCoupon },
  openStore: (parts) => new SimStore(parts),
  overLine: (line) => line,
  // parcels are reported to partners that the simulation has not got
  jobs: {
    'close-unpaid-order': closeUnpaidOrder,
    'send-refund': sendRefund,
    'receive-order': receiveOrder,
    'end-after-sales': endAfterSales,
  },
  claim: ({ trade }, wish) => trade.claim(wish),
  closeOrder,
  openAttempt,
  settleByAsking,
  handleNotice: handlePaymentNotice,
  ship,
  receive,
  askForRefund,
  answerRefund,
  correctStock,
}
