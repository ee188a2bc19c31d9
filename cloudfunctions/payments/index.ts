import { contracts } from '@/contracts'
import type { Wallet } from '@/contracts/schemas'
import { cloudFunction } from '../_kernel/cloud-function'
import type { Route } from '../_kernel/route'
import { confirm } from './confirm'
import { handlePaymentNotice } from './payment-notice'
import { prepay } from './prepay'
import { refundPayment } from './refund-payment'

const noticeRoute = (wallet: Wallet): Route => ({
  method: 'POST',
  path: `/notify/${wallet}`,
  handle: (context, { headers, body }) => handlePaymentNotice(context, wallet, { headers, body }),
})

export const payments = cloudFunction(
  contracts.payments,
  { prepay, confirm },
  { routes: [noticeRoute('wechat-pay'), noticeRoute('alipay')], jobs: { 'refund-payment': refundPayment } },
)
