import { err, ok } from '@/domain/result'
import type { ShippingReport, ShippingReports } from '../../ports/shipping-reports'
import type { AlipayClient } from '../alipay/alipay-client'
import { refusalFor } from '../wallets/api-error'
import { beijingText } from '../../beijing-time'
import { cutBytes } from '../wallets/cut-bytes'
import type { AdapterPorts, AlipayOptions } from '../wallet-config'

const MAX_NAME_BYTES = 256

/** Alipay, where the order of the person's order centre says that its goods are on their way. */
export function createAlipayShipping(
  client: AlipayClient,
  { appId }: AlipayOptions,
  log: AdapterPorts['log'],
): ShippingReports {
  const refuse = refusalFor('alipay', log)
  return {
    async report(report) {
      const reply = await client.call('alipay.merchant.order.sync', { bizContent: orderOf(report, appId) })
      return reply.ok ? ok(undefined) : err(refuse('shipping', reply.error))
    },
  }
}

/** The whole order each time: of two the one with the later time stays, and the same one twice is one. */
const orderOf = (report: ShippingReport, appId: string): object => ({
  out_biz_no: report.orderId,
  order_type: 'SERVICE_ORDER',
  source_app: 'Alipay',
  buyer_open_id: report.payer.hostUserId,
  trade_no: report.transactionId,
  trade_type: 'TRADE',
  order_create_time: beijingText(report.orderedAt ?? report.at),
  order_modified_time: beijingText(report.at),
  item_order_list: [{ item_name: cutBytes(report.description, MAX_NAME_BYTES), quantity: 1 }],
  logistics_info_list: report.parcels.map(({ trackingNumber, carrierCode }) => ({
    tracking_no: trackingNumber,
    logistics_code: carrierCode,
  })),
  ext_info: [
    // what a shop that sends goods is there called, with the gateway's own spelling of "delivered"
    { ext_key: 'merchant_biz_type', ext_value: 'KX_SHOPPING' },
    { ext_key: 'merchant_order_status', ext_value: 'MERCHANT_DELIVERD' },
    { ext_key: 'merchant_order_link_page', ext_value: `/packages/trade/order/index?id=${report.orderId}` },
    { ext_key: 'tiny_app_id', ext_value: appId },
  ],
})
