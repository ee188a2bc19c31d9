import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import type { StockMoveView } from '@/contracts/merchant/offers'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Stock } from '@/domain/stock'
import type { Implementation } from '../_kernel/operation'

const NEWEST = 100

interface Audit {
  readonly stock: Stock
  /** What the counters must be if every unit is where the ledger says. */
  readonly summed: Stock
  readonly moves: readonly StockMoveView[]
}

/** One statement sees one moment: between two of them an order could come in, and make the shop look unbalanced. */
export const stockLedger: Implementation<typeof contracts.offers>['stock-ledger'] = async (
  { db },
  { skuId },
) => {
  const merchantId = merchantOf(skuId)
  const ofSku = sql`merchant_id = ${merchantId} and sku_id = ${skuId}`
  const { rows } = await sql<Audit>`
    select json_build_object('available', available, 'reserved', reserved, 'sold', sold) as stock,
      (select json_build_object(
          'available', coalesce(sum(case
            when move in ('put-in', 'corrected', 'released', 'returned') then quantity
            when move = 'reserved' then -quantity else 0 end), 0),
          'reserved', coalesce(sum(case
            when move = 'reserved' then quantity when move in ('released', 'sold') then -quantity else 0 end), 0),
          'sold', coalesce(sum(case
            when move = 'sold' then quantity when move = 'returned' then -quantity else 0 end), 0))
        from stock_ledger where ${ofSku}) as summed,
      (select coalesce(json_agg(newest), '[]') from (
        select sku_id as "skuId", move, quantity, reason, order_id as "orderId", at
        from stock_ledger where ${ofSku} order by at desc, entry_id desc limit ${NEWEST}) newest) as moves
    from skus where ${ofSku}`.execute(db)
  const [audit] = rows
  if (!audit) return err({ code: 'product-not-found' })
  const { stock, summed, moves } = audit
  const isBalanced =
    stock.available === summed.available && stock.reserved === summed.reserved && stock.sold === summed.sold
  return ok({ stock, moves, isBalanced })
}
