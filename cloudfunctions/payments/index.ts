import { contracts } from '@/contracts'
import type { Wallet } from '@/contracts/schemas'
import { cloudFunction } from '../_kernel/cloud-function'
import { sendRefund } from '../_kernel/trade/send-refund'
import type { Route } from '../_kernel/route'
import { confirm } from './confirm'
import { noteDifference } from './note-difference'
import { handlePaymentNotice } from './payment-notice'
import { prepay } from './prepay'
import { reconcileDay } from './reconcile-day'
import { scheduleBills } from './reconcile-schedule'
import { reconciliation } from './reconciliation'
import { repairDifference } from './repair-difference'

const noticeRoute = (wallet: Wallet): Route => ({
  method: 'POST',
  path: `/notify/${wallet}`,
  handle: (context, { headers, body }) => handlePaymentNotice(context, wallet, { headers, body }),
})

export const payments = cloudFunction(
  contracts.payments,
  {
    prepay,
    confirm,
    reconciliation,
    'repair-difference': repairDifference,
    'note-difference': noteDifference,
  },
  {
    routes: [noticeRoute('wechat-pay'), noticeRoute('alipay')],
    jobs: { 'send-refund': sendRefund, 'reconcile-day': reconcileDay },
    duties: [scheduleBills],
  },
)
