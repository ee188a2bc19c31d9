import { useCallback } from 'react'
import type { ImportDraft, ImportProblem } from '@/contracts/merchant/shelf'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { merchantBackend } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { type Table, type TableImport, useTableImport } from '@/services/table-import'
import { type Upload, useUpload } from './use-upload'

export interface ImportPreview {
  readonly drafts: readonly ImportDraft[]
  readonly problems: readonly ImportProblem[]
}
interface ProductTable extends Table {
  readonly pictures: Readonly<Record<string, string>>
}

export interface ProductImport extends TableImport<ProductTable, ImportPreview> {
  readonly upload: Upload
  readonly isImporting: boolean
  readonly addPictures: () => Promise<void>
}

const MAX_PICTURES = 9
const NO_TABLE: ProductTable = { csv: '', fileName: null, pictures: {} }

const canImport = ({ drafts, problems }: ImportPreview): boolean => problems.length === 0 && drafts.length > 0

/** The table a merchant brings: read, checked by the server, and taken whole or not at all. */
export function useProductImport(merchantId: MerchantId): ProductImport {
  const upload = useUpload(merchantId)
  const { send, isUnderWay } = useMerchantOnce('shelf', 'import-products')
  const check = useCallback(
    ({ csv, pictures }: ProductTable) =>
      merchantBackend.call('shelf', 'preview-import', { merchantId, csv, pictures }),
    [merchantId],
  )
  const importing = useTableImport<ProductTable, ImportPreview>({
    noTable: NO_TABLE,
    check,
    isReady: canImport,
    take: async ({ csv, pictures }) => {
      const imported = await send({ merchantId, csv, pictures })
      return imported?.ok ? ok(imported.value.products.length) : imported
    },
  })
  async function addPictures(): Promise<void> {
    const added = await upload.pick(MAX_PICTURES)
    if (Object.keys(added).length > 0)
      importing.change((known) => ({ ...known, pictures: { ...known.pictures, ...added } }))
  }
  return { ...importing, upload, isImporting: isUnderWay, addPictures }
}
