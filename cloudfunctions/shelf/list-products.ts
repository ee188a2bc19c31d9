import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import { loadProducts } from '../_kernel/live/load-products'
import type { Implementation } from '../_kernel/operation'

export const listProducts: Implementation<typeof contracts.shelf>['list-products'] = async (
  context,
  { merchantId },
) => ok({ products: await loadProducts(context, merchantId) })
