import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'

/** What every adapter of a wallet or a host works with, besides its own options. */
export interface AdapterPorts {
  readonly clock: Clock
  readonly log: Log
}

export interface WeChatPayOptions {
  readonly appId: string
  readonly merchantId: string
  /** Serial number of the merchant's API certificate. */
  readonly merchantSerial: string
  /** The merchant's API private key, PEM. */
  readonly merchantPrivateKey: string
  /** 32 characters; opens the sealed part of a notice. */
  readonly apiV3Key: string
  /** The platform's public keys or certificates (PEM) by their id (`PUB_KEY_ID_…`) or serial number. */
  readonly platformKeys: Readonly<Record<string, string>>
  readonly notifyUrl: string
  /** The real gateway unless another is named. */
  readonly baseUrl?: string
  readonly timeoutMs?: number
}

export interface AlipayOptions {
  readonly appId: string
  /** The merchant's own user id (2088…), to which the money goes. */
  readonly sellerId: string
  /** Keys as Alipay's tools give them (bare base64) or PEM. */
  readonly privateKey: string
  readonly alipayPublicKey: string
  /** 接口内容加密方式: what Alipay seals a person's phone with, base64. Without it no phone is read. */
  readonly aesKey?: string
  readonly notifyUrl: string
  /** The real gateway unless another is named. */
  readonly gateway?: string
  /** Where bills lie; the real host unless another is named. */
  readonly billsUrl?: string
  readonly timeoutMs?: number
}

/** WeChat's server API: who somebody is, and where an order's goods are. */
export interface WeChatIdentityOptions {
  readonly appId: string
  readonly appSecret: string
  /** The real host unless another is named. */
  readonly baseUrl?: string
  readonly timeoutMs?: number
}

/** Everything that the wallets' and the hosts' adapters are made from; all of it is secret. */
export interface WalletConfig {
  readonly wechatPay: WeChatPayOptions
  readonly alipay: AlipayOptions
  readonly wechatIdentity: WeChatIdentityOptions
}

export const REPLY_TIMEOUT_MS = 5_000
