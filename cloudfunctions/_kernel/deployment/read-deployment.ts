import type { PortsConfig } from '../adapters/compose-ports'
import type { WalletConfig } from '../adapters/wallet-config'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Deployment {
  readonly databaseUrl: string
  readonly corsOrigins: readonly string[]
  readonly ports: PortsConfig
}

type Read = (name: string) => string

/** What a deployed instance is told by its environment. Throws one error that names everything that is missing. */
export function readDeployment(env: Environment): Deployment {
  const missing: string[] = []
  const read: Read = (name) => {
    const value = env[name]
    if (!value) missing.push(name)
    return value ?? ''
  }
  const publicUrl = read('LIVESTALL_PUBLIC_URL')
  const deployment: Deployment = {
    databaseUrl: read('DATABASE_URL'),
    corsOrigins: env.LIVESTALL_H5_ORIGINS?.split(',').filter((origin) => origin !== '') ?? [],
    ports: {
      publicUrl,
      tokenSecret: read('LIVESTALL_TOKEN_SECRET'),
      im: readIm(read, env),
      live: readLive(read),
      wallets: {
        wechatPay: readWeChatPay(read, env, publicUrl),
        alipay: readAlipay(read, env, publicUrl),
        wechatIdentity: {
          appId: read('WECHAT_APP_ID'),
          appSecret: read('WECHAT_APP_SECRET'),
          ...optional('baseUrl', env.WECHAT_API_URL),
        },
      },
    },
  }
  if (missing.length > 0) throw new Error(`missing in the environment: ${[...new Set(missing)].join(', ')}`)
  return deployment
}

const readIm = (read: Read, env: Environment): PortsConfig['im'] => ({
  sdkAppId: Number(read('TENCENT_IM_APP_ID')),
  secretKey: read('TENCENT_IM_SECRET_KEY'),
  adminId: read('TENCENT_IM_ADMIN'),
  webhookToken: read('TENCENT_IM_WEBHOOK_TOKEN'),
  restUrl: env.TENCENT_IM_REST_URL || 'https://console.tim.qq.com',
})

const readLive = (read: Read): PortsConfig['live'] => ({
  playBaseUrl: read('LIVE_PLAY_URL'),
  pushServer: read('LIVE_PUSH_SERVER'),
  playKey: read('LIVE_PLAY_KEY'),
  pushKey: read('LIVE_PUSH_KEY'),
  callbackKey: read('LIVE_CALLBACK_KEY'),
})

const readWeChatPay = (read: Read, env: Environment, publicUrl: string): WalletConfig['wechatPay'] => ({
  appId: read('WECHAT_APP_ID'),
  merchantId: read('WECHAT_PAY_MERCHANT_ID'),
  merchantSerial: read('WECHAT_PAY_MERCHANT_SERIAL'),
  merchantPrivateKey: pem(read('WECHAT_PAY_PRIVATE_KEY')),
  apiV3Key: read('WECHAT_PAY_V3_KEY'),
  platformKeys: { [read('WECHAT_PAY_PLATFORM_KEY_ID')]: pem(read('WECHAT_PAY_PLATFORM_KEY')) },
  notifyUrl: `${publicUrl}/notify/wechat-pay`,
  ...optional('baseUrl', env.WECHAT_PAY_URL),
})

const readAlipay = (read: Read, env: Environment, publicUrl: string): WalletConfig['alipay'] => ({
  appId: read('ALIPAY_APP_ID'),
  sellerId: read('ALIPAY_SELLER_ID'),
  privateKey: pem(read('ALIPAY_PRIVATE_KEY')),
  alipayPublicKey: pem(read('ALIPAY_PUBLIC_KEY')),
  notifyUrl: `${publicUrl}/notify/alipay`,
  ...optional('gateway', env.ALIPAY_GATEWAY),
})

/** Consoles that take one line only keep the line ends of a key as `\n`. */
const pem = (text: string): string => text.replaceAll('\\n', '\n')

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  if (!value) return {}
  const only: Partial<Record<K, string>> = {}
  only[key] = value
  return only
}
