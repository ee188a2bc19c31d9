import type { contracts } from '@/contracts'
import { setPriceHidden } from './set-price-hidden'
import type { Implementation } from '../_kernel/operation'

export const hidePrice: Implementation<typeof contracts.shelf>['hide-price'] = (context, item) =>
  setPriceHidden(context, item, true)
