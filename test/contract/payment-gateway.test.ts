import { HOUR, MINUTE } from '@/domain/time'
import { createAlipayGateway } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-gateway'
import { createWeChatPayGateway } from '../../cloudfunctions/_kernel/adapters/wechat-pay/wechat-pay-gateway'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { describePaymentGateway } from './payment-gateway.contract'
import { describePaymentNotices } from './payment-notice.contract'
import { quietLog } from './wallet-stand'
import type { GatewaySettings, WalletUnderTest } from './wallet-under-test'

const clockAhead = ({ ahead = 0 }: GatewaySettings): Clock => ({ now: () => Date.now() + ahead })
const withTimeout = ({ timeoutMs }: GatewaySettings): { timeoutMs?: number } =>
  timeoutMs === undefined ? {} : { timeoutMs }

const weChatPay: WalletUnderTest = {
  name: 'wechat-pay',
  staleAfterMs: 5 * MINUTE,
  open({ wallets }, how = {}) {
    const options = { ...wallets.config.wechatPay, ...withTimeout(how) }
    if (how.other === 'app') options.appId = 'wx0000000000000000'
    if (how.other === 'merchant') options.merchantId = '1900000999'
    return createWeChatPayGateway(options, { clock: clockAhead(how), log: quietLog })
  },
  misbehave: ({ wallets }, { reply = {}, notice = null }) =>
    void Object.assign(wallets.faults.wechatPay, { reply, notice }),
  cashierOf: (prepay) =>
    prepay.wallet === 'wechat-pay' ? `wechat-pay/${prepay.package.replace('prepay_id=', '')}` : '',
}

const alipay: WalletUnderTest = {
  name: 'alipay',
  staleAfterMs: 26 * HOUR,
  open({ wallets }, how = {}) {
    const options = { ...wallets.config.alipay, ...withTimeout(how) }
    if (how.other === 'app') options.appId = '2021000000000999'
    if (how.other === 'merchant') options.sellerId = '2088000000000999'
    return createAlipayGateway(options, { clock: clockAhead(how), log: quietLog })
  },
  misbehave: ({ wallets }, { reply = {}, notice = null }) =>
    void Object.assign(wallets.faults.alipay, { reply, notice }),
  cashierOf: (prepay) => (prepay.wallet === 'alipay' ? `alipay/${prepay.tradeNo}` : ''),
}

describe.each([weChatPay, alipay])('payment gateway of $name', describePaymentGateway)
describe.each([weChatPay, alipay])('notices of $name', describePaymentNotices)
