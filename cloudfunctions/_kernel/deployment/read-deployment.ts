import * as v from 'valibot'
import type { PortsConfig } from '../adapters/compose-ports'
import type { WalletConfig } from '../adapters/wallet-config'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Deployment {
  readonly databaseUrl: string
  readonly corsOrigins: readonly string[]
  readonly ports: PortsConfig
}

const text = v.string()
/** Secrets travel to it or come from it: no stand-in of a laptop, which speak plain http, gets into production. */
const https = v.pipe(v.string(), v.regex(/^https:\/\/[^/]/))
/** Consoles that take one line only keep the line ends of a key as `\n`. */
const pem = v.pipe(
  v.string(),
  v.transform((line) => line.replaceAll('\\n', '\n')),
)

const variables = v.object({
  DATABASE_URL: v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//)),
  LIVESTALL_PUBLIC_URL: v.pipe(https, v.regex(/[^/]$/)),
  LIVESTALL_TOKEN_SECRET: v.pipe(v.string(), v.minLength(32)),
  LIVESTALL_H5_ORIGINS: v.optional(text, ''),
  TENCENT_IM_APP_ID: v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
  TENCENT_IM_SECRET_KEY: text,
  TENCENT_IM_ADMIN: text,
  TENCENT_IM_WEBHOOK_TOKEN: text,
  TENCENT_IM_REST_URL: v.optional(https, 'https://console.tim.qq.com'),
  LIVE_PLAY_URL: https,
  LIVE_PUSH_SERVER: v.pipe(v.string(), v.regex(/^rtmps?:\/\//)),
  LIVE_PLAY_KEY: text,
  LIVE_PUSH_KEY: text,
  LIVE_CALLBACK_KEY: text,
  WECHAT_APP_ID: text,
  WECHAT_APP_SECRET: text,
  WECHAT_API_URL: v.optional(https),
  WECHAT_PAY_MERCHANT_ID: text,
  WECHAT_PAY_MERCHANT_SERIAL: text,
  WECHAT_PAY_PRIVATE_KEY: pem,
  WECHAT_PAY_V3_KEY: v.pipe(v.string(), v.length(32)),
  WECHAT_PAY_PLATFORM_KEY_ID: text,
  WECHAT_PAY_PLATFORM_KEY: pem,
  WECHAT_PAY_URL: v.optional(https),
  ALIPAY_APP_ID: text,
  ALIPAY_SELLER_ID: text,
  ALIPAY_PRIVATE_KEY: pem,
  ALIPAY_PUBLIC_KEY: pem,
  ALIPAY_GATEWAY: v.optional(https),
})
type Variables = v.InferOutput<typeof variables>

/** What a deployed instance is told by its environment. Throws one error that names everything missing and wrong. */
export function readDeployment(env: Environment): Deployment {
  const told = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(variables, told)
  if (!parsed.success) throw new Error(complaint(parsed.issues))
  return describe(parsed.output)
}

/** Names only: a value that is wrong may be a secret all the same. */
function complaint(issues: readonly v.BaseIssue<unknown>[]): string {
  const named = (isMissing: boolean): string => {
    const names = issues
      .filter((issue) => (issue.input === undefined) === isMissing)
      .map((issue) => v.getDotPath(issue))
    return names.length === 0
      ? ''
      : `${isMissing ? 'missing' : 'wrong'} in the environment: ${names.join(', ')}`
  }
  return [named(true), named(false)].filter((part) => part !== '').join('; ')
}

const describe = (env: Variables): Deployment => ({
  databaseUrl: env.DATABASE_URL,
  corsOrigins: env.LIVESTALL_H5_ORIGINS.split(',').filter((origin) => origin !== ''),
  ports: {
    publicUrl: env.LIVESTALL_PUBLIC_URL,
    tokenSecret: env.LIVESTALL_TOKEN_SECRET,
    im: {
      sdkAppId: env.TENCENT_IM_APP_ID,
      secretKey: env.TENCENT_IM_SECRET_KEY,
      adminId: env.TENCENT_IM_ADMIN,
      webhookToken: env.TENCENT_IM_WEBHOOK_TOKEN,
      restUrl: env.TENCENT_IM_REST_URL,
    },
    live: {
      playBaseUrl: env.LIVE_PLAY_URL,
      pushServer: env.LIVE_PUSH_SERVER,
      playKey: env.LIVE_PLAY_KEY,
      pushKey: env.LIVE_PUSH_KEY,
      callbackKey: env.LIVE_CALLBACK_KEY,
    },
    wallets: describeWallets(env),
  },
})

const describeWallets = (env: Variables): WalletConfig => ({
  wechatPay: {
    appId: env.WECHAT_APP_ID,
    merchantId: env.WECHAT_PAY_MERCHANT_ID,
    merchantSerial: env.WECHAT_PAY_MERCHANT_SERIAL,
    merchantPrivateKey: env.WECHAT_PAY_PRIVATE_KEY,
    apiV3Key: env.WECHAT_PAY_V3_KEY,
    platformKeys: { [env.WECHAT_PAY_PLATFORM_KEY_ID]: env.WECHAT_PAY_PLATFORM_KEY },
    notifyUrl: `${env.LIVESTALL_PUBLIC_URL}/notify/wechat-pay`,
    ...(env.WECHAT_PAY_URL !== undefined && { baseUrl: env.WECHAT_PAY_URL }),
  },
  alipay: {
    appId: env.ALIPAY_APP_ID,
    sellerId: env.ALIPAY_SELLER_ID,
    privateKey: env.ALIPAY_PRIVATE_KEY,
    alipayPublicKey: env.ALIPAY_PUBLIC_KEY,
    notifyUrl: `${env.LIVESTALL_PUBLIC_URL}/notify/alipay`,
    ...(env.ALIPAY_GATEWAY !== undefined && { gateway: env.ALIPAY_GATEWAY }),
  },
  wechatIdentity: {
    appId: env.WECHAT_APP_ID,
    appSecret: env.WECHAT_APP_SECRET,
    ...(env.WECHAT_API_URL !== undefined && { baseUrl: env.WECHAT_API_URL }),
  },
})
