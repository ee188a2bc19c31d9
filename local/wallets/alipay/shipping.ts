import * as v from 'valibot'
import { readBeijingText } from '../../../cloudfunctions/_kernel/beijing-time'
import { merchant } from '../merchant'
import type { ShipmentBook } from '../shipments'
import type { TradeBook } from '../trade-book'
import { type Answer, badParameter, failure, success } from './answer'

const time = v.pipe(v.string(), v.transform(readBeijingText), v.number())
const text = v.pipe(v.string(), v.minLength(1))
const order = v.object({
  out_biz_no: text,
  order_type: v.literal('SERVICE_ORDER'),
  buyer_open_id: text,
  trade_no: text,
  order_create_time: time,
  order_modified_time: time,
  item_order_list: v.pipe(v.array(v.object({ item_name: text })), v.minLength(1)),
  logistics_info_list: v.pipe(
    v.array(v.object({ tracking_no: text, logistics_code: v.string() })),
    v.minLength(1),
  ),
  ext_info: v.array(v.object({ ext_key: text, ext_value: text })),
})
const NEEDED = ['merchant_biz_type', 'merchant_order_status', 'merchant_order_link_page', 'tiny_app_id']

/** `alipay.merchant.order.sync`: of two tellings the later stays, and an older one is taken and forgotten. */
export function syncOrder(book: TradeBook, shipments: ShipmentBook, content: unknown): Answer {
  const parsed = v.safeParse(order, content)
  if (!parsed.success) return badParameter
  const told = parsed.output
  const extra = new Map(told.ext_info.map((one) => [one.ext_key, one.ext_value]))
  if (NEEDED.some((key) => !extra.has(key))) return badParameter
  if (extra.get('tiny_app_id') !== merchant.alipayAppId)
    return failure('TINY_APP_ID_ILLEGAL', '交易没有关联小程序id')
  const trade = book.paid().find(({ state }) => state.transactionId === told.trade_no)
  if (trade === undefined) return failure('TRADE_NOT_EXIST', '交易不存在')
  if (trade.payer !== told.buyer_open_id) return failure('BUYER_NOT_MATCH', '买家与交易不符')
  const known = shipments.of(told.trade_no)
  if (known === null || told.order_modified_time > known.at)
    void shipments.write({
      transactionId: told.trade_no,
      isComplete: true,
      isCorrected: false,
      at: told.order_modified_time,
      parcels: told.logistics_info_list.map((one) => ({
        carrier: one.logistics_code,
        number: one.tracking_no,
        description: told.item_order_list[0]?.item_name ?? '',
        contact: null,
      })),
    })
  return success({ order_id: `${told.trade_no}01`, order_status: extra.get('merchant_order_status') ?? '' })
}
