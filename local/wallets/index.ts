import { join } from 'node:path'
import { Hono } from 'hono'
import { beijingText } from '../../cloudfunctions/_kernel/adapters/wallets/beijing-time'
import type { WalletConfig } from '../../cloudfunctions/_kernel/adapters/wallet-config'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { createIdentitySandbox, createWeChatIdentitySandbox } from '../identity/identity-sandbox'
import { createOneTimeCodes } from '../identity/one-time-codes'
import { personas } from '../identity/personas'
import { type AlipayFaults, createAlipaySandbox } from './alipay/alipay-sandbox'
import { alipayNotices } from './alipay/notice'
import { createCashier } from './cashier/cashier'
import { noFaults } from './faults'
import { loadWalletKeys, type WalletKeys } from './keys'
import { merchant } from './merchant'
import { createNoticeSender } from './notices'
import { randomDigits, randomHex, type RandomBytes, systemRandom } from './random'
import { refuseProduction } from './refuse-production'
import { openTradeBook, type TradeBook } from './trade-book'
import { weChatPayNotices } from './wechat-pay/notice'
import { createWeChatPaySandbox, type WeChatPayFaults } from './wechat-pay/wechat-pay-sandbox'

export interface WalletsOptions {
  /** Keys and trades are kept in its folder `wallets`. */
  readonly dataDir: string
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string
  readonly clock: Clock
  readonly random?: RandomBytes
  /** The wallets' real waits between notices are multiplied by this. */
  readonly retryScale?: number
  /** How notices are sent. */
  readonly fetch?: typeof fetch
}

export interface Wallets {
  /** Answers everything under `/sandbox/`: wechat-pay, alipay, cashier, wechat, identity. */
  fetch(request: Request): Promise<Response>
  readonly config: WalletConfig
  readonly faults: { readonly wechatPay: WeChatPayFaults; readonly alipay: AlipayFaults }
  /** Sends the notices that the fault `late` kept back. */
  releaseNotices(): void
  /** Resolves when no notice is being sent at this moment. */
  settled(): Promise<void>
  /** Stops telling, and puts everything into the files. */
  close(): Promise<void>
}

/** 15 seconds become a quarter of one. */
const RETRY_SCALE = 1 / 60

/** Both wallets and both hosts of the local product, as one server's worth of routes. */
export async function createWallets(options: WalletsOptions): Promise<Wallets> {
  refuseProduction('The wallet sandbox')
  const { clock, random = systemRandom, retryScale = RETRY_SCALE } = options
  const folder = join(options.dataDir, 'wallets')
  const keys = await loadWalletKeys(folder, random)
  const books = await openBooks(folder, clock, random)
  const faults: { wechatPay: WeChatPayFaults; alipay: AlipayFaults } = {
    wechatPay: noFaults(),
    alipay: noFaults(),
  }
  const sending = { retryScale, fetch: options.fetch ?? fetch }
  const weChatPayWay = weChatPayNotices({ keys, clock, random })
  const senders = {
    'wechat-pay': createNoticeSender({
      ...sending,
      book: books['wechat-pay'],
      way: weChatPayWay,
      faults: faults.wechatPay,
    }),
    alipay: createNoticeSender({
      ...sending,
      book: books.alipay,
      way: alipayNotices(keys),
      faults: faults.alipay,
    }),
  }
  const codes = createOneTimeCodes(clock, random)
  const shared = { keys, clock, random }
  const app = new Hono()
    .basePath('/sandbox')
    .route(
      '/wechat-pay',
      createWeChatPaySandbox({ ...shared, book: books['wechat-pay'], faults: faults.wechatPay }),
    )
    .route('/alipay', createAlipaySandbox({ ...shared, book: books.alipay, faults: faults.alipay, codes }))
    .route('/wechat', createWeChatIdentitySandbox({ codes, appSecret: keys.appSecret, random }))
    .route('/identity', createIdentitySandbox(codes))
    .route(
      '/cashier',
      createCashier({
        random,
        nameOf,
        desks: {
          'wechat-pay': { book: books['wechat-pay'], notices: senders['wechat-pay'] },
          alipay: { book: books.alipay, notices: senders.alipay },
        },
      }),
    )

  // what the last run could not tell is told now
  for (const trade of books['wechat-pay'].untold()) senders['wechat-pay'].tell(trade)
  for (const trade of books.alipay.untold()) senders.alipay.tell(trade)

  return {
    fetch: async (request) => app.fetch(request),
    config: walletConfig(keys, options.publicUrl),
    faults,
    releaseNotices() {
      for (const sender of Object.values(senders)) sender.release()
    },
    async settled() {
      await Promise.all(Object.values(senders).map((sender) => sender.settled()))
    },
    async close() {
      await Promise.all(Object.values(senders).map((sender) => sender.stop()))
      await Promise.all(Object.values(books).map((book) => book.closeFile()))
    },
  }
}

const nameOf = (payer: string): string =>
  personas.find(({ hostUserId }) => hostUserId === payer)?.nickname ?? '沙箱用户'

async function openBooks(
  folder: string,
  clock: Clock,
  random: RandomBytes,
): Promise<{ 'wechat-pay': TradeBook; alipay: TradeBook }> {
  const today = (length: number): string => beijingText(clock.now()).replace(/\D/g, '').slice(0, length)
  const weChatPay = openTradeBook({
    file: join(folder, 'wechat-pay.jsonl'),
    clock,
    makeToken: () => `wx${today(14)}${randomHex(random, 20)}`,
    makeTransactionId: () => `4200${today(8)}${randomDigits(random, 16)}`,
    makeNoticeId: () => randomHex(random, 32),
  })
  const alipay = openTradeBook({
    file: join(folder, 'alipay.jsonl'),
    clock,
    makeToken: () => `${today(8)}22001${randomDigits(random, 15)}`,
    // a trade has its number from the start, and keeps it
    makeTransactionId: (token) => token,
    makeNoticeId: () => `${today(14)}${randomHex(random, 20)}`,
  })
  return { 'wechat-pay': await weChatPay, alipay: await alipay }
}

const walletConfig = (keys: WalletKeys, publicUrl: string): WalletConfig => ({
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
    notifyUrl: `${publicUrl}/notify/alipay`,
    gateway: `${publicUrl}/sandbox/alipay/gateway.do`,
  },
  wechatIdentity: {
    appId: merchant.wechatAppId,
    appSecret: keys.appSecret,
    baseUrl: `${publicUrl}/sandbox/wechat/`,
  },
})
