import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { cancelOrder } from './cancel-order'
import { closeUnpaidOrder } from './close-unpaid-order'
import { getOrder } from './get-order'
import { listOrders } from './list-orders'
import { listShopOrders } from './list-shop-orders'
import { placeOrder } from './place-order'

export const orders = cloudFunction(
  contracts.orders,
  {
    'place-order': placeOrder,
    'get-order': getOrder,
    'list-orders': listOrders,
    'cancel-order': cancelOrder,
    'list-shop-orders': listShopOrders,
  },
  { jobs: { 'close-unpaid-order': closeUnpaidOrder } },
)
