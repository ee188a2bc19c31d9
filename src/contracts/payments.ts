import * as v from 'valibot'
import { contract, operation } from './contract'
import { order } from './order'
import { idOf } from './schemas'

/** What the host's payment sheet is opened with (`wx.requestPayment`, `my.tradePay`). */
export const prepay = v.variant('wallet', [
  v.object({
    wallet: v.literal('wechat-pay'),
    timeStamp: v.string(),
    nonceStr: v.string(),
    package: v.string(),
    signType: v.literal('RSA'),
    paySign: v.string(),
  }),
  v.object({ wallet: v.literal('alipay'), tradeNo: v.string() }),
])
export type Prepay = v.InferOutput<typeof prepay>

const orderInput = v.object({ orderId: idOf('order') })

export const payments = contract('payments', {
  /** The wallet is the one of the host the buyer signed in from. Asking again gives the same attempt. */
  prepay: operation({
    caller: 'viewer',
    effect: 'safe',
    input: orderInput,
    output: v.object({ prepay }),
    errors: ['order-not-found', 'order-paid', 'order-closed', 'wallet-unavailable', 'payment-unknown'],
  }),
  /** Asks the wallet what became of the payment: what the payment sheet told the client is never believed. */
  confirm: operation({
    caller: 'viewer',
    effect: 'safe',
    input: orderInput,
    output: v.object({ order }),
    errors: ['order-not-found', 'payment-unknown'],
  }),
})
