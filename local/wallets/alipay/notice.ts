import { formatYuan, toFen } from '@/domain/money'
import { HOUR, MINUTE } from '@/domain/time'
import { beijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import type { WalletKeys } from '../keys'
import { merchant } from '../merchant'
import type { NoticeWay } from '../notices'
import { signRsa, sortedPairs } from '../signing'

/** Alipay's own schedule: 7 more times in 25 hours. */
const WAITS = [4, 10, 10]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 6, 15].map((hours) => hours * HOUR))

/** The very same words each time, `notify_id` and `notify_time` included. */
export const alipayNotices = (keys: WalletKeys): NoticeWay => ({
  waits: WAITS,

  compose({ trade, isWrongAmount, isForged }) {
    const told = formatYuan(isWrongAmount ? toFen(trade.amount === 1 ? 2 : 1) : trade.amount)
    const paidAt = beijingText(trade.state.at)
    const fields = {
      notify_id: trade.state.notice.id,
      notify_type: 'trade_status_sync',
      notify_time: paidAt,
      charset: 'utf-8',
      version: '1.0',
      app_id: merchant.alipayAppId,
      auth_app_id: merchant.alipayAppId,
      seller_id: merchant.alipaySellerId,
      buyer_open_id: trade.payer,
      out_trade_no: trade.number,
      trade_no: trade.token,
      trade_status: 'TRADE_SUCCESS',
      subject: trade.description,
      total_amount: told,
      receipt_amount: told,
      buyer_pay_amount: told,
      gmt_create: beijingText(trade.createdAt),
      gmt_payment: paidAt,
    }
    const signer = isForged ? keys.stranger : keys.alipay
    const sign = signRsa(sortedPairs(fields), signer.privateKey)
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString(),
    }
  },

  isTaken: ({ status, body }) => status === 200 && body.trim() === 'success',
})
