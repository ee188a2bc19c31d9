import { createAlipayClient } from '../../cloudfunctions/_kernel/adapters/alipay/alipay-client'
import { createAlipayIdentity } from '../../cloudfunctions/_kernel/adapters/host-identity/alipay-identity'
import { createWeChatIdentity } from '../../cloudfunctions/_kernel/adapters/host-identity/wechat-identity'
import { describeHostIdentity, type IdentityUnderTest } from './host-identity.contract'
import { quietLog } from './wallet-stand'

const weChat: IdentityUnderTest = {
  host: 'weapp',
  open: ({ wallets }, { isMisconfigured = false, ...how } = {}) => {
    const options = { ...wallets.config.wechatIdentity, ...how }
    return createWeChatIdentity(isMisconfigured ? { ...options, appSecret: 'wrong' } : options, quietLog)
  },
}

const alipay: IdentityUnderTest = {
  host: 'alipay',
  open: ({ wallets, clock }, { isMisconfigured = false, ...how } = {}) => {
    const options = { ...wallets.config.alipay, ...how }
    const wrong = { ...options, privateKey: wallets.config.wechatPay.merchantPrivateKey }
    return createAlipayIdentity(createAlipayClient(isMisconfigured ? wrong : options, clock), quietLog)
  },
}

describe.each([weChat, alipay])('host identity of $host', describeHostIdentity)
