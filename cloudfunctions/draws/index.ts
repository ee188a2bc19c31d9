import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { cancel } from './cancel'
import { claimPrize } from './claim-prize'
import { drawWinners } from './draw-winners'
import { enter } from './enter'
import { entrants } from './entrants'
import { list } from './list'
import { open } from './open'
import { standing } from './standing'

export const draws = cloudFunction(
  contracts.draws,
  { open, cancel, list, enter, standing, 'claim-prize': claimPrize, entrants },
  { jobs: { 'draw-winners': drawWinners } },
)
