import * as v from 'valibot'
import { readIso } from '../../../cloudfunctions/_kernel/beijing-time'
import type { Shipment, ShipmentBook } from '../shipments'
import { refundedOf } from '../trade'
import type { TradeBook } from '../trade-book'

export interface ErrorAnswer {
  readonly errcode: number
  readonly errmsg: string
}
const answer = (errcode: number, errmsg: string): ErrorAnswer => ({ errcode, errmsg })

const MAX_PARCELS = 15
const MAX_DESCRIPTION = 120
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const MASKED = /^[\d*+-]*\*{2,}[\d*-]*\d{4}$/

const parcel = v.object({
  tracking_no: v.string(),
  express_company: v.string(),
  item_desc: v.string(),
  contact: v.optional(v.object({ receiver_contact: v.string() })),
})
const upload = v.object({
  order_key: v.object({ order_number_type: v.literal(2), transaction_id: v.string() }),
  logistics_type: v.literal(1),
  delivery_mode: v.picklist([1, 2]),
  is_all_delivered: v.optional(v.boolean()),
  shipping_list: v.array(parcel),
  upload_time: v.string(),
  payer: v.object({ openid: v.string() }),
})
type Upload = v.InferOutput<typeof upload>

interface Desk {
  readonly book: TradeBook
  readonly shipments: ShipmentBook
}

/** `upload_shipping_info`. What is told after the end is a second telling, and there is one of those. */
export async function takeShipping(desk: Desk, body: unknown): Promise<ErrorAnswer> {
  const parsed = v.safeParse(upload, body)
  if (!parsed.success) return answer(47001, 'data format error')
  const told = parsed.output
  const refusal = refusalOf(told) ?? refusalOfPayment(desk.book, told)
  if (refusal !== null) return refusal
  const known = desk.shipments.of(told.order_key.transaction_id)
  const next = shipmentIn(told, known)
  if (known !== null) {
    if (isSame(known, next)) return answer(10060023, '发货信息未更新')
    if (next.at <= known.at) return answer(10060014, '参数错误')
    if (known.isComplete && known.isCorrected) return answer(10060003, '支付单已使用重新发货机会')
  }
  await desk.shipments.write({ ...next, isCorrected: known?.isComplete ?? false })
  return answer(0, 'ok')
}

function refusalOf(told: Upload): ErrorAnswer | null {
  const { shipping_list: list, delivery_mode: mode } = told
  if (list.length === 0) return answer(47001, 'data format error')
  if (list.length > MAX_PARCELS) return answer(10060024, '物流信息列表太长')
  if (mode === 1 && list.length !== 1) return answer(268485228, '统一发货模式下物流信息列表长度必须为 1')
  if (mode === 2 && told.is_all_delivered === undefined)
    return answer(10060007, '分拆发货模式下必须填写 is_all_delivered 字段')
  if (!RFC_3339.test(told.upload_time) || readIso(told.upload_time) === null)
    return answer(268485216, '上传时间非法')
  return list.map(refusalOfParcel).find((refusal) => refusal !== null) ?? null
}

function refusalOfParcel(one: Upload['shipping_list'][number]): ErrorAnswer | null {
  if (one.tracking_no === '') return answer(268485226, '物流单号不能为空')
  if (one.express_company === '') return answer(268485227, '物流公司编码不能为空')
  if (one.item_desc === '') return answer(10060008, '商品描述不能为空')
  if ([...one.item_desc].length > MAX_DESCRIPTION) return answer(10060009, '商品描述太长')
  const contact = one.contact?.receiver_contact
  if (one.express_company === 'SF' && contact === undefined) return answer(10060014, '参数错误')
  return contact === undefined || MASKED.test(contact) ? null : answer(10060014, '参数错误')
}

function refusalOfPayment(book: TradeBook, told: Upload): ErrorAnswer | null {
  const id = told.order_key.transaction_id
  const trade = book.paid().find(({ state }) => state.transactionId === id)
  if (trade === undefined) return answer(10060001, '支付单不存在')
  if (trade.payer !== told.payer.openid) return answer(10060031, '该笔支付单不属于 openid 所指定的用户')
  return refundedOf(trade) === trade.amount ? answer(10060004, '支付单处于不可发货的状态') : null
}

function shipmentIn(told: Upload, known: Shipment | null): Shipment {
  const parcels = told.shipping_list.map((one) => ({
    carrier: one.express_company,
    number: one.tracking_no,
    description: one.item_desc,
    contact: one.contact?.receiver_contact ?? null,
  }))
  return {
    transactionId: told.order_key.transaction_id,
    isComplete: told.delivery_mode === 1 || told.is_all_delivered === true,
    isCorrected: known?.isCorrected ?? false,
    at: readIso(told.upload_time) ?? 0,
    parcels,
  }
}

const isSame = (one: Shipment, other: Shipment): boolean =>
  one.isComplete === other.isComplete && JSON.stringify(one.parcels) === JSON.stringify(other.parcels)
