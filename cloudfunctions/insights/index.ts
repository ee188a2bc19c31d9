import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { reportWatch } from './report-watch'
import { watchQuality } from './watch-quality'

export const insights = cloudFunction(contracts.insights, {
  'report-watch': reportWatch,
  'watch-quality': watchQuality,
})
