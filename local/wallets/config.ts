import type { WalletConfig } from '../../cloudfunctions/_kernel/adapters/wallet-config'
import type { WalletKeys } from './keys'
import { merchant } from './merchant'

/** What the real adapters need to talk to the sandboxes instead. */
export const walletConfig = (keys: WalletKeys, publicUrl: string): WalletConfig => ({
  wechatPay: {
    appId: merchant.wechatAppId,
    merchantId: merchant.wechatMerchantId,
    merchantSerial: merchant.wechatMerchantSerial,
    merchantPrivateKey: keys.merchant.privateKey,
    apiV3Key: keys.apiV3Key,
    platformKeys: { [merchant.wechatPlatformKeyId]: keys.platform.publicKey },
    notifyUrl: `${publicUrl}/notify/wechat-pay`,
    baseUrl: `${publicUrl}/sandbox/wechat-pay/`,
  },
  alipay: {
    appId: merchant.alipayAppId,
    sellerId: merchant.alipaySellerId,
    privateKey: keys.app.privateKey,
    alipayPublicKey: keys.alipay.publicKey,
    aesKey: keys.aesKey,
    notifyUrl: `${publicUrl}/notify/alipay`,
    gateway: `${publicUrl}/sandbox/alipay/gateway.do`,
    billsUrl: publicUrl,
  },
  wechatIdentity: {
    appId: merchant.wechatAppId,
    appSecret: keys.appSecret,
    baseUrl: `${publicUrl}/sandbox/wechat/`,
  },
})
