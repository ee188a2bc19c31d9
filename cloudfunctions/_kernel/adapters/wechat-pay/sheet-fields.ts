import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { Prepay } from '@/contracts/payments'
import { type EpochMs, SECOND } from '@/domain/time'
import type { WeChatPayOptions } from '../wallet-config'

/** The five fields that `wx.requestPayment` takes; WeChat itself checks the merchant's signature over four of them. */
export function sheetFields(prepayId: string, options: WeChatPayOptions, now: EpochMs): Prepay {
  const timeStamp = String(Math.floor(now / SECOND))
  const nonceStr = Formatter.nonce()
  const packed = `prepay_id=${prepayId}`
  const message = [options.appId, timeStamp, nonceStr, packed, ''].join('\n')
  const paySign = Rsa.sign(message, options.merchantPrivateKey)
  return { wallet: 'wechat-pay', timeStamp, nonceStr, package: packed, signType: 'RSA', paySign }
}
