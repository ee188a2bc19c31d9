import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { claim } from './claim'
import { create } from './create'
import { end } from './end'
import { handOut } from './hand-out'
import { listClaimable } from './list-claimable'
import { listMine } from './list-mine'
import { listShop } from './list-shop'
import { takeBack } from './take-back'
import { takeBackDue } from './take-back-due'

export const coupons = cloudFunction(
  contracts.coupons,
  {
    'list-claimable': listClaimable,
    claim,
    'list-mine': listMine,
    create,
    end,
    'list-shop': listShop,
    'hand-out': handOut,
    'take-back': takeBack,
  },
  // kept in the commit that hands the coupon out, on the shop's shard
  { keepsIntent: ['claim'], jobs: { 'take-back-coupon': takeBackDue } },
)
