import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { correctStock } from './correct-stock'
import { endFlashSale } from './end-flash-sale'
import { getFreight } from './get-freight'
import { listFlashSales } from './list-flash-sales'
import { planFlashSale } from './plan-flash-sale'
import { setFreight } from './set-freight'
import { setLivePrice } from './set-live-price'
import { stockLedger } from './stock-ledger'

export const offers = cloudFunction(
  contracts.offers,
  {
    'set-live-price': setLivePrice,
    'plan-flash-sale': planFlashSale,
    'end-flash-sale': endFlashSale,
    'list-flash-sales': listFlashSales,
    'get-freight': getFreight,
    'set-freight': setFreight,
    'correct-stock': correctStock,
    'stock-ledger': stockLedger,
  },
  // kept in the commit that moves the units, on the shop's shard
  { keepsIntent: ['correct-stock'] },
)
