import type { Input } from '@/contracts'
import { isOwnPicture } from '../_kernel/live/picture-url'
import { readImport, type ImportReading } from './read-import'

/** Reads an import with those of its pictures that this shop uploaded; others count as missing. */
export function readMerchantImport(input: Input<'shelf', 'preview-import'>): ImportReading {
  const own = Object.entries(input.pictures).filter(([, url]) => isOwnPicture(url, input.merchantId))
  return readImport(input.csv, Object.fromEntries(own))
}
