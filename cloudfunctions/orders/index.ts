import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { answerRefund, retryRefund, withdrawRefund } from './answer-refunds'
import { cancelOrder } from './cancel-order'
import { closeOrder } from './close-order'
import { closeUnpaidOrder } from './close-unpaid-order'
import { confirmReceipt } from './confirm-receipt'
import { endAfterSales, receiveOrder } from './end-windows'
import { exportOrders } from './export-orders'
import { getOrder } from './get-order'
import { getShopOrder } from './get-shop-order'
import { importShipping, previewShipping } from './import-shipping'
import { listOrders } from './list-orders'
import { listShopOrders } from './list-shop-orders'
import { placeOrder } from './place-order'
import { quote } from './quote'
import { refundOrder } from './refund-order'
import { reportParcel } from './report-parcel'
import { requestRefund } from './request-refund'
import { correctParcel, ship } from './ship'
import { uploadRefundPicture } from './upload-refund-picture'

export const orders = cloudFunction(
  contracts.orders,
  {
    quote,
    'place-order': placeOrder,
    'get-order': getOrder,
    'list-orders': listOrders,
    'cancel-order': cancelOrder,
    'confirm-receipt': confirmReceipt,
    'request-refund': requestRefund,
    'upload-refund-picture': uploadRefundPicture,
    'withdraw-refund': withdrawRefund,
    'list-shop-orders': listShopOrders,
    'get-shop-order': getShopOrder,
    'close-order': closeOrder,
    ship,
    'correct-parcel': correctParcel,
    'preview-shipping': previewShipping,
    'import-shipping': importShipping,
    'answer-refund': answerRefund,
    'refund-order': refundOrder,
    'retry-refund': retryRefund,
    'export-orders': exportOrders,
  },
  {
    jobs: {
      'close-unpaid-order': closeUnpaidOrder,
      'receive-order': receiveOrder,
      'end-after-sales': endAfterSales,
      'report-parcel': reportParcel,
    },
    keepsIntent: ['place-order', 'request-refund', 'ship', 'import-shipping', 'refund-order'],
  },
)
