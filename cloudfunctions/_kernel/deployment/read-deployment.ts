import * as v from 'valibot'
import type { PortsConfig } from '../adapters/compose-ports'
import { readGaps } from '../adapters/subscribe-messages/template'
import type { WalletConfig } from '../adapters/wallet-config'
import type { QualityId } from '@/domain/quality'

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

/** `hd=720p,sd=480p,audio=sound`: which transcoding template makes which quality. */
const liveTemplates = v.pipe(
  v.string(),
  v.regex(/^((origin|hd|sd|audio)=[\w-]{1,32}(,|$))*$/),
  v.transform((list): Partial<Record<QualityId, string>> =>
    Object.fromEntries(
      list
        .split(',')
        .filter(Boolean)
        .map((part) => part.split('=') as [QualityId, string]),
    ),
  ),
)

/** `thing1=title,thing2=shop,time3=time`: what each gap of a message takes. */
const gaps = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readGaps(dataset.value)
    if (read !== null) return read
    addIssue()
    return NEVER
  }),
)

/** `weapp,alipay`: where the app is published, so that the host draws codes for it. */
const hostList = v.pipe(
  v.string(),
  v.transform((list) => list.split(',').filter((name) => name !== '')),
  v.array(v.picklist(['weapp', 'alipay'])),
)

const variables = v.object({
  DATABASE_URL: v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//)),
  LIVESTALL_PUBLIC_URL: v.pipe(https, v.regex(/[^/]$/)),
  LIVESTALL_TOKEN_SECRET: v.pipe(v.string(), v.minLength(32)),
  LIVESTALL_APP_CODES: v.optional(hostList, ''),
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
  LIVE_VENDOR: v.optional(v.picklist(['tencent', 'alibaba']), 'tencent'),
  LIVE_TEMPLATES: v.optional(liveTemplates, ''),
  LIVE_TIME_SHIFT_DAYS: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number)), '0'),
  LIVE_RECORDING_URL: v.optional(v.pipe(https, v.regex(/[^/]$/))),
  LIVE_RECORDING_KEY: v.optional(text),
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
  ALIPAY_AES_KEY: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/))),
  ALIPAY_GATEWAY: v.optional(https),
  ALIPAY_BILLS_URL: v.optional(https),
  WECHAT_START_TEMPLATE: v.optional(text),
  WECHAT_START_GAPS: v.optional(gaps, 'thing1=title,thing2=shop,time3=time'),
  ALIPAY_START_TEMPLATE: v.optional(text),
  ALIPAY_START_GAPS: v.optional(gaps, 'keyword1=title,keyword2=shop,keyword3=time'),
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
      vendor: env.LIVE_VENDOR,
      templates: env.LIVE_TEMPLATES,
      timeShiftDays: env.LIVE_TIME_SHIFT_DAYS,
      recordingUrl: env.LIVE_RECORDING_URL,
      recordingKey: env.LIVE_RECORDING_KEY,
    },
    wallets: describeWallets(env),
    appCodes: env.LIVESTALL_APP_CODES,
    startTemplates: {
      ...(env.WECHAT_START_TEMPLATE !== undefined && {
        weapp: { id: env.WECHAT_START_TEMPLATE, gaps: env.WECHAT_START_GAPS },
      }),
      ...(env.ALIPAY_START_TEMPLATE !== undefined && {
        alipay: { id: env.ALIPAY_START_TEMPLATE, gaps: env.ALIPAY_START_GAPS },
      }),
    },
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
    ...(env.ALIPAY_AES_KEY !== undefined && { aesKey: env.ALIPAY_AES_KEY }),
    ...(env.ALIPAY_GATEWAY !== undefined && { gateway: env.ALIPAY_GATEWAY }),
    ...(env.ALIPAY_BILLS_URL !== undefined && { billsUrl: env.ALIPAY_BILLS_URL }),
  },
  wechatIdentity: {
    appId: env.WECHAT_APP_ID,
    appSecret: env.WECHAT_APP_SECRET,
    ...(env.WECHAT_API_URL !== undefined && { baseUrl: env.WECHAT_API_URL }),
  },
})
