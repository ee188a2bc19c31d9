import { HOUR, MINUTE } from '@/domain/time'
import { createAlipayClient } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-client'
import { createAlipayGateway } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-gateway'
import { createAlipayShipping } from '../../cloudfunctions/_kernel/adapters/shipping-reports/alipay-shipping'
import { createWeChatShipping } from '../../cloudfunctions/_kernel/adapters/shipping-reports/wechat-shipping'
import { createWeChatPayGateway } from '../../cloudfunctions/_kernel/adapters/wechat-pay/wechat-pay-gateway'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { quietLog, type WalletStand } from './wallet-stand'
import type { GatewaySettings, WalletUnderTest } from './wallet-under-test'

const clockAhead = ({ ahead = 0 }: GatewaySettings): Clock => ({ now: () => Date.now() + ahead })
const withTimeout = ({ timeoutMs }: GatewaySettings): { timeoutMs?: number } =>
  timeoutMs === undefined ? {} : { timeoutMs }

const alipayOptions = ({ wallets }: WalletStand, how: GatewaySettings) => {
  const options = { ...wallets.config.alipay, ...withTimeout(how) }
  if (how.other === 'app') options.appId = '2021000000000999'
  if (how.other === 'merchant') options.sellerId = '2088000000000999'
  return options
}

export const weChatPay: WalletUnderTest = {
  name: 'wechat-pay',
  staleAfterMs: 5 * MINUTE,
  open({ wallets }, how = {}) {
    const options = { ...wallets.config.wechatPay, ...withTimeout(how) }
    if (how.other === 'app') options.appId = 'wx0000000000000000'
    if (how.other === 'merchant') options.merchantId = '1900000999'
    return createWeChatPayGateway(options, { clock: clockAhead(how), log: quietLog })
  },
  openShipping({ wallets }, how = {}) {
    const options = { ...wallets.config.wechatIdentity, ...withTimeout(how) }
    if (how.other === 'app') options.appId = 'wx0000000000000000'
    return createWeChatShipping(options, { clock: clockAhead(how), log: quietLog })
  },
  shipmentsOf: ({ wallets }) => wallets.shipments['wechat-pay'],
  misbehave: ({ wallets }, { reply = {}, notice = null, refund = null, bill = null }) =>
    void Object.assign(wallets.faults.wechatPay, { reply, notice, refund, bill }),
  cashierOf: (prepay) =>
    prepay.wallet === 'wechat-pay' ? `wechat-pay/${prepay.package.replace('prepay_id=', '')}` : '',
}

export const alipay: WalletUnderTest = {
  name: 'alipay',
  staleAfterMs: 26 * HOUR,
  open: (stand, how = {}) =>
    createAlipayGateway(alipayOptions(stand, how), { clock: clockAhead(how), log: quietLog }),
  openShipping(stand, how = {}) {
    const options = alipayOptions(stand, how)
    return createAlipayShipping(createAlipayClient(options, clockAhead(how)), options, quietLog)
  },
  shipmentsOf: ({ wallets }) => wallets.shipments.alipay,
  misbehave: ({ wallets }, { reply = {}, notice = null, refund = null, bill = null }) =>
    void Object.assign(wallets.faults.alipay, { reply, notice, refund, bill }),
  cashierOf: (prepay) => (prepay.wallet === 'alipay' ? `alipay/${prepay.tradeNo}` : ''),
}
