import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'
import { readMerchantImport } from './read-merchant-import'

export const previewImport: Implementation<typeof contracts.shelf>['preview-import'] = async (
  _context,
  input,
) => ok(readMerchantImport(input))
