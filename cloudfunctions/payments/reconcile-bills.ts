import type { BillDay, BillRow } from '@/domain/bill'
import { isId, merchantOf, type MerchantId } from '@/domain/ids'
import type { PaymentGateway } from '../_kernel/ports/payment-gateway'

/** A bill's rows by the shop whose payment they are about. */
export interface SplitBill {
  readonly shops: ReadonlyMap<MerchantId, readonly BillRow[]>
  /** About no payment of ours, by their numbers. */
  readonly strays: readonly BillRow[]
}
export type Bills = (day: BillDay) => Promise<SplitBill | null>

/** Bills of one wallet, each downloaded once; null while one is not to be had. */
export function billsOf(gateway: Pick<PaymentGateway, 'downloadBill'>): Bills {
  const known = new Map<BillDay, Promise<SplitBill | null>>()
  const load = async (day: BillDay): Promise<SplitBill | null> => {
    const bill = await gateway.downloadBill(day)
    return bill.ok ? split(bill.value) : null
  }
  return (day) => {
    const bill = known.get(day) ?? load(day)
    known.set(day, bill)
    return bill
  }
}

/** A refund belongs to the shop of its payment: made by hand at the wallet's desk, it has no number of ours. */
function split(rows: readonly BillRow[]): SplitBill {
  const shops = new Map<MerchantId, BillRow[]>()
  const strays: BillRow[] = []
  for (const row of rows) {
    if (!isId('payment', row.paymentId)) {
      strays.push(row)
      continue
    }
    const merchantId = merchantOf(row.paymentId)
    const ofShop = shops.get(merchantId)
    if (ofShop) ofShop.push(row)
    else shops.set(merchantId, [row])
  }
  return { shops, strays }
}
