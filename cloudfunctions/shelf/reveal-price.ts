import type { contracts } from '@/contracts'
import { setPriceHidden } from './set-price-hidden'
import type { Implementation } from '../_kernel/operation'

export const revealPrice: Implementation<typeof contracts.shelf>['reveal-price'] = (context, item) =>
  setPriceHidden(context, item, false)
