import * as v from 'valibot'
import { type BillDay, type BillRow, endOfBillDay } from '@/domain/bill'
import { err, ok, type Result } from '@/domain/result'
import { DAY, type EpochMs } from '@/domain/time'
import type { Unknown } from '../../ports/payment-gateway'
import { BILL_TIMEOUT_MS, download, downloadAddress, MAX_BILL_BYTES } from '../wallets/download'
import { notKnown } from '../wallets/unknown-outcome'
import { unzip } from '../wallets/unzip'
import type { AlipayDesk } from './desk'
import { readAlipayBill } from './read-bill'

export const ALIPAY_BILLS_URL = 'https://dwbillcenter.alipay.com'

type Bill = Result<readonly BillRow[], Unknown | { readonly code: 'not-ready' }>

/** One refusal means both "nothing was traded" and "not written yet"; a day later it can only be the first. */
const NO_BILL = 'isp.bill_not_exist'
const SURE_AFTER_MS = DAY

const told = v.object({ billDownloadUrl: v.string() })

/** The day's bill. The file itself is not signed: that it comes from Alipay's host, in private, is all it is believed by. */
export async function downloadAlipayBill(desk: AlipayDesk, day: BillDay): Promise<Bill> {
  const { client, options, clock } = desk
  const now = clock.now()
  if (now < endOfBillDay(day)) return err({ code: 'not-ready' })
  const bizContent = { bill_type: 'trade', bill_date: day, secure: 'true' }
  const reply = await client.call('alipay.data.dataservice.bill.downloadurl.query', { bizContent })
  if (!reply.ok) {
    if (reply.error.code === 'unknown') return err(reply.error)
    return whenThereIsNone(reply.error.name, now - endOfBillDay(day))
  }
  const parsed = v.safeParse(told, reply.value)
  if (!parsed.success) return notKnown('Reply has no address')
  const url = downloadAddress(parsed.output.billDownloadUrl, options.billsUrl ?? ALIPAY_BILLS_URL)
  if (url === null) return notKnown('Bill lies at a foreign address')
  const timeoutMs = options.timeoutMs ?? BILL_TIMEOUT_MS
  const archive = await download({ url, timeoutMs, maxBytes: MAX_BILL_BYTES })
  if (!archive.ok) return archive
  const files = unzip(archive.value, MAX_BILL_BYTES)
  if (!files.ok) return files
  const rows = readAlipayBill(files.value, { day, sellerId: options.sellerId })
  return rows.ok ? rows : notKnown(`Bill can not be read: ${rows.error}`)
}

function whenThereIsNone(name: string, age: EpochMs): Bill {
  if (name !== NO_BILL) return notKnown(name)
  return age < SURE_AFTER_MS ? err({ code: 'not-ready' }) : ok([])
}
