import { generateKeyPairSync } from 'node:crypto'

const oneLine = (pem: string): string => pem.trim().replaceAll('\n', '\\n')

/** What a console would hold for a deployment: made-up accounts, real keys, nobody reachable behind them. */
export function deploymentEnvironment(databaseUrl: string): Record<string, string> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return {
    DATABASE_URL: databaseUrl,
    LIVESTALL_PUBLIC_URL: 'https://shop.test',
    LIVESTALL_TOKEN_SECRET: 'a secret that only this test may know',
    TENCENT_IM_APP_ID: '1400000002',
    TENCENT_IM_SECRET_KEY: 'im-secret',
    TENCENT_IM_ADMIN: 'administrator',
    TENCENT_IM_WEBHOOK_TOKEN: 'im-webhook',
    TENCENT_IM_REST_URL: 'https://127.0.0.1:9',
    LIVE_PLAY_URL: 'https://play.test/live',
    LIVE_PUSH_SERVER: 'rtmp://push.test/live',
    LIVE_PLAY_KEY: 'play',
    LIVE_PUSH_KEY: 'push',
    LIVE_CALLBACK_KEY: 'callback',
    WECHAT_APP_ID: 'wx0000000000000001',
    WECHAT_APP_SECRET: 'wechat-secret',
    WECHAT_API_URL: 'https://127.0.0.1:9/',
    WECHAT_PAY_MERCHANT_ID: '1900000001',
    WECHAT_PAY_MERCHANT_SERIAL: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
    WECHAT_PAY_PRIVATE_KEY: oneLine(privateKey),
    WECHAT_PAY_V3_KEY: '0123456789abcdef0123456789abcdef',
    WECHAT_PAY_PLATFORM_KEY_ID: 'PUB_KEY_ID_0119000000012024010100000000000001',
    WECHAT_PAY_PLATFORM_KEY: oneLine(publicKey),
    WECHAT_PAY_URL: 'https://127.0.0.1:9/',
    ALIPAY_APP_ID: '2021000000000001',
    ALIPAY_SELLER_ID: '2088000000000001',
    ALIPAY_PRIVATE_KEY: oneLine(privateKey),
    ALIPAY_PUBLIC_KEY: oneLine(publicKey),
    ALIPAY_GATEWAY: 'https://127.0.0.1:9/gateway.do',
    ALIPAY_BILLS_URL: 'https://127.0.0.1:9',
  }
}
