import Papa from 'papaparse'
import type { ShipRow } from '@/contracts/merchant/orders'
import { findCarrier } from '@/domain/carriers'
import { isId, merchantOf, type MerchantId, type OrderId } from '@/domain/ids'

const MAX_ROWS = 1_000
const TRACKING = /^[A-Za-z0-9-]{6,40}$/

interface SheetRow {
  readonly row: number
  readonly orderId: string
  readonly carrier: string
  readonly trackingNumber: string
}

/**
 * Order, carrier and tracking number of each row; a first row without an order's number is a header. Null when the
 * sheet cannot be read, has no rows or too many.
 */
export function readShippingSheet(csv: string): readonly SheetRow[] | null {
  const table = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimitersToGuess: [',', '\t', ';'] })
  if (csv.includes('\ufffd') || table.errors.some(({ type }) => type === 'Quotes')) return null
  const rows = table.data
    .map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), row: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, row }) => ({
      row,
      orderId: cellIn(cells, 0),
      carrier: cellIn(cells, 1),
      trackingNumber: cellIn(cells, 2),
    }))
  const body = rows[0] && !isId('order', rows[0].orderId) ? rows.slice(1) : rows
  return body.length === 0 || body.length > MAX_ROWS ? null : body
}

const cellIn = (cells: readonly string[], at: number): string => cells[at] ?? ''

/** Orders of this shop that the sheet names. */
export const ordersInSheet = (rows: readonly SheetRow[], merchantId: MerchantId): readonly OrderId[] => [
  ...new Set(
    rows.flatMap(({ orderId }) =>
      isId('order', orderId) && merchantOf(orderId) === merchantId ? [orderId] : [],
    ),
  ),
]

/** What a sheet is judged by. */
export interface SheetShop {
  has(orderId: string): boolean
  /** Paid for, and with units that wait to be sent. */
  canShip(orderId: string): boolean
}

/** Each row with what is wrong with it. */
export function judgeRows(rows: readonly SheetRow[], shop: SheetShop): readonly ShipRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const problem = problemOf(row, shop, seen)
    seen.add(row.orderId)
    return { ...row, problem }
  })
}

function problemOf(
  { orderId, carrier, trackingNumber }: SheetRow,
  shop: SheetShop,
  seen: ReadonlySet<string>,
): ShipRow['problem'] {
  if (!shop.has(orderId)) return 'order-unknown'
  if (seen.has(orderId)) return 'order-twice'
  if (!shop.canShip(orderId)) return 'order-not-shippable'
  if (!findCarrier(carrier)) return 'carrier-unknown'
  return TRACKING.test(trackingNumber) ? null : 'tracking-invalid'
}
