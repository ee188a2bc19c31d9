import type { WholeOrder } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import { Violation } from '../engine/violation'

/** A price adds up to the fen, line by line and in all. */
export function expectPrice({ order, lines }: WholeOrder): void {
  let goods = 0
  let discount = 0
  let payable = 0
  for (const line of lines) {
    if (line.payable_fen !== line.price_fen * line.quantity - line.discount_fen || line.payable_fen < 0)
      throw new Violation(`Line ${line.line} of ${order.order_id} does not add up`)
    goods += line.price_fen * line.quantity
    discount += line.discount_fen
    payable += line.payable_fen
  }
  if (lines.length === 0 || goods !== order.goods_fen || discount !== order.discount_fen)
    throw new Violation(`The lines of ${order.order_id} do not add up to its goods and discount`)
  if (payable + order.freight_fen !== order.total_fen || order.total_fen < 1)
    throw new Violation(
      `${order.order_id} costs ${order.total_fen}, its lines ${payable}, freight ${order.freight_fen}`,
    )
}
