import { join } from 'node:path'
import { Hono } from 'hono'
import type { Wallet } from '@/contracts/schemas'
import { beijingText } from '../../cloudfunctions/_kernel/beijing-time'
import type { WalletConfig } from '../../cloudfunctions/_kernel/adapters/wallet-config'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { type AccessTokens, createAccessTokens } from '../identity/access-tokens'
import { createIdentitySandbox, createWeChatIdentitySandbox } from '../identity/identity-sandbox'
import { createOneTimeCodes } from '../identity/one-time-codes'
import { personas } from '../identity/personas'
import { createPhoneProof } from '../identity/phone-proof'
import { type AlipayFaults, createAlipaySandbox } from './alipay/alipay-sandbox'
import { alipayNotices } from './alipay/notice'
import { createCashier, type WalletDesk } from './cashier/cashier'
import { createInbox } from '../inbox/inbox-sandbox'
import { type MessageBox, openMessageBox } from '../inbox/message-box'
import { walletConfig } from './config'
import { noFaults } from './faults'
import { loadWalletKeys, type WalletKeys } from './keys'
import { createNoticeSender, type SenderOptions } from './notices'
import { randomDigits, randomHex, type RandomBytes, systemRandom } from './random'
import { refuseProduction } from './refuse-production'
import { openShipmentBook, type ShipmentBook } from './shipments'
import { openTradeBook, type TradeBook } from './trade-book'
import { weChatPayNotices } from './wechat-pay/notice'
import { createWeChatServerApiSandbox } from './wechat-pay/server-api-sandbox'
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
  /** What each wallet has heard of goods that are on their way. */
  readonly shipments: Readonly<Record<Wallet, ShipmentBook>>
  /** What both hosts carried to people. */
  readonly messages: MessageBox
  /** The tokens of WeChat's server API. */
  readonly accessTokens: AccessTokens
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
  const { clock, random = systemRandom } = options
  const folder = join(options.dataDir, 'wallets')
  const shared = { keys: await loadWalletKeys(folder, random), clock, random }
  const faults: Wallets['faults'] = { wechatPay: noFaults(), alipay: noFaults() }
  const sending = { retryScale: options.retryScale ?? RETRY_SCALE, fetch: options.fetch ?? fetch }
  const desks = {
    'wechat-pay': openDesk(await openWeChatPayBook(folder, clock, random), {
      ...sending,
      way: weChatPayNotices(shared),
      faults: faults.wechatPay,
    }),
    alipay: openDesk(await openAlipayBook(folder, clock, random), {
      ...sending,
      way: alipayNotices(shared.keys),
      faults: faults.alipay,
    }),
  }
  const shipments = {
    'wechat-pay': await openShipmentBook(join(folder, 'wechat-pay-shipments.jsonl')),
    alipay: await openShipmentBook(join(folder, 'alipay-shipments.jsonl')),
  }
  const accessTokens = createAccessTokens(clock, random)
  const messages = await openMessageBox(join(folder, 'messages.jsonl'))
  const { publicUrl } = options
  const app = buildRoutes({ ...shared, desks, shipments, messages, accessTokens, faults, publicUrl })
  const books = Object.values(desks).map(({ book }) => book)
  const notices = Object.values(desks).map(({ notices }) => notices)
  return {
    fetch: async (request) => app.fetch(request),
    config: walletConfig(shared.keys, publicUrl),
    faults,
    shipments,
    messages,
    accessTokens,
    releaseNotices: () => notices.forEach((sender) => sender.release()),
    async settled() {
      await Promise.all(notices.map((sender) => sender.settled()))
    },
    async close() {
      await Promise.all(notices.map((sender) => sender.stop()))
      await Promise.all([...books, ...Object.values(shipments), messages].map((book) => book.close()))
    },
  }
}

/** A wallet's trades and its way of telling; what the last run could not tell is told now. */
function openDesk(book: TradeBook, sending: Omit<SenderOptions, 'book'>): WalletDesk {
  const notices = createNoticeSender({ ...sending, book })
  for (const trade of book.untold()) notices.tell(trade)
  return { book, notices }
}

interface Parts {
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly random: RandomBytes
  readonly desks: Readonly<Record<Wallet, WalletDesk>>
  readonly shipments: Wallets['shipments']
  readonly messages: MessageBox
  readonly accessTokens: AccessTokens
  readonly faults: Wallets['faults']
  readonly publicUrl: string
}

function buildRoutes({
  desks,
  shipments,
  messages,
  accessTokens,
  faults,
  publicUrl,
  ...shared
}: Parts): Hono {
  const { keys, clock, random } = shared
  const codes = createOneTimeCodes(clock, random)
  const phoneCodes = createOneTimeCodes(clock, random)
  const weChatPay = { ...shared, messages, book: desks['wechat-pay'].book, faults: faults.wechatPay }
  const serverApi = { ...weChatPay, shipments: shipments['wechat-pay'], tokens: accessTokens, phoneCodes }
  const alipay = { ...shared, messages, book: desks.alipay.book, faults: faults.alipay, codes }
  const at = (path: string): string => `${publicUrl}${path}`
  const { appSecret } = keys
  const app = new Hono()
  app.route('/sandbox/wechat-pay', createWeChatPaySandbox({ ...weChatPay, url: at('/sandbox/wechat-pay') }))
  app.route(
    '/sandbox/alipay',
    createAlipaySandbox({ ...alipay, shipments: shipments.alipay, url: at('/sandbox/alipay') }),
  )
  app.route('/sandbox/inbox', createInbox(messages))
  app.route('/sandbox/cashier', createCashier({ desks, random, nameOf }))
  app.route('/sandbox/wechat', createWeChatIdentitySandbox({ codes, appSecret, random }))
  app.route('/sandbox/wechat', createWeChatServerApiSandbox({ ...serverApi, appSecret }))
  app.route(
    '/sandbox/identity',
    createIdentitySandbox({ codes, phoneProof: createPhoneProof({ codes: phoneCodes, keys }) }),
  )
  return app
}

const nameOf = (payer: string): string =>
  personas.find(({ hostUserId }) => hostUserId === payer)?.nickname ?? '沙箱用户'

const digitsOfNow = (clock: Clock, length: number): string =>
  beijingText(clock.now()).replace(/\D/g, '').slice(0, length)

const openWeChatPayBook = (folder: string, clock: Clock, random: RandomBytes): Promise<TradeBook> =>
  openTradeBook({
    file: join(folder, 'wechat-pay.jsonl'),
    clock,
    makeToken: () => `wx${digitsOfNow(clock, 14)}${randomHex(random, 20)}`,
    makeTransactionId: () => `4200${digitsOfNow(clock, 8)}${randomDigits(random, 16)}`,
    makeNoticeId: () => randomHex(random, 32),
  })

const openAlipayBook = (folder: string, clock: Clock, random: RandomBytes): Promise<TradeBook> =>
  openTradeBook({
    file: join(folder, 'alipay.jsonl'),
    clock,
    makeToken: () => `${digitsOfNow(clock, 8)}22001${randomDigits(random, 15)}`,
    // a trade has its number from the start, and keeps it
    makeTransactionId: (token) => token,
    makeNoticeId: () => `${digitsOfNow(clock, 14)}${randomHex(random, 20)}`,
  })
