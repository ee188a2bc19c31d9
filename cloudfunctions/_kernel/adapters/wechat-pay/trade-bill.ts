import { createHash } from 'node:crypto'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import * as v from 'valibot'
import { type BillDay, type BillRow, endOfBillDay } from '@/domain/bill'
import { err, ok, type Result } from '@/domain/result'
import { type EpochMs, HOUR, SECOND } from '@/domain/time'
import type { Unknown } from '../../ports/payment-gateway'
import { BILL_TIMEOUT_MS, download, downloadAddress, MAX_BILL_BYTES } from '../wallets/download'
import { notKnown } from '../wallets/unknown-outcome'
import type { WeChatPayOptions } from '../wallet-config'
import type { WeChatPayDesk } from './desk'
import { readWeChatPayBill } from './read-bill'
import { WECHAT_PAY_URL } from './wechat-pay-client'

type Bill = Result<readonly BillRow[], Unknown | { readonly code: 'not-ready' }>

/** Bills are written by ten in the morning; until two hours later "there is none" may mean "not yet". */
const SURE_AFTER_MS = 12 * HOUR

const told = v.object({
  download_url: v.string(),
  hash_type: v.literal('SHA1'),
  hash_value: v.pipe(v.string(), v.regex(/^[\da-f]{40}$/i)),
})

/** The day's bill: the wallet signs where it lies and the hash of it, and the hash is what the file is believed by. */
export async function downloadWeChatPayBill(desk: WeChatPayDesk, day: BillDay): Promise<Bill> {
  const now = desk.clock.now()
  if (now < endOfBillDay(day)) return err({ code: 'not-ready' })
  const query = { bill_date: day, bill_type: 'ALL' }
  const reply = await desk.call({ method: 'get', path: 'v3/bill/tradebill', query })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    return whenThereIsNone(reply.error.name, now - endOfBillDay(day))
  }
  const parsed = v.safeParse(told, reply.value.data)
  if (!parsed.success) return notKnown('Reply is malformed')
  const file = await fetchBill(desk, parsed.output.download_url)
  if (!file.ok) return file
  const hash = createHash('sha1').update(file.value).digest('hex')
  if (hash !== parsed.output.hash_value.toLowerCase()) return notKnown('Bill does not fit its hash')
  const rows = readWeChatPayBill(file.value.toString('utf8'), day, desk.options)
  return rows.ok ? rows : notKnown(`Bill can not be read: ${rows.error}`)
}

/** A day without trades has no bill at all. */
function whenThereIsNone(name: string, age: EpochMs): Bill {
  if (name === 'STATEMENT_CREATING') return err({ code: 'not-ready' })
  if (name !== 'NO_STATEMENT_EXIST') return notKnown(name)
  return age < SURE_AFTER_MS ? err({ code: 'not-ready' }) : ok([])
}

async function fetchBill(
  { options, clock }: WeChatPayDesk,
  address: string,
): Promise<Result<Buffer, Unknown>> {
  const url = downloadAddress(address, options.baseUrl ?? WECHAT_PAY_URL)
  if (url === null) return notKnown('Bill lies at a foreign address')
  return download({
    url,
    headers: { authorization: authorize(url, options, clock.now()), accept: '*/*' },
    timeoutMs: options.timeoutMs ?? BILL_TIMEOUT_MS,
    maxBytes: MAX_BILL_BYTES,
  })
}

/** The client signs what it sends itself; it does not bound what it downloads, so this one request is signed here. */
function authorize(url: URL, options: WeChatPayOptions, now: EpochMs): string {
  const nonce = Formatter.nonce()
  const timestamp = Math.floor(now / SECOND)
  const message = Formatter.request('GET', `${url.pathname}${url.search}`, timestamp, nonce)
  const signature = Rsa.sign(message, options.merchantPrivateKey)
  return Formatter.authorization(options.merchantId, nonce, signature, timestamp, options.merchantSerial)
}
