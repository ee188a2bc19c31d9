import { useCallback } from 'react'
import type { ShipRow } from '@/contracts/merchant/orders'
import type { MerchantId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { merchantBackend } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { type Table, type TableImport, useTableImport } from '@/services/table-import'

export interface ShipImport extends TableImport<Table, readonly ShipRow[]> {
  readonly isShipping: boolean
}

export const problemRows = (rows: readonly ShipRow[]): readonly ShipRow[] =>
  rows.filter(({ problem }) => problem !== null)

const canShipAll = (rows: readonly ShipRow[]): boolean => rows.length > 0 && problemRows(rows).length === 0

const NO_TABLE: Table = { csv: '', fileName: null }

/** A table of parcels: read, checked by the server, and shipped whole or not at all. */
export function useShipImport(merchantId: MerchantId): ShipImport {
  const { send, isUnderWay } = useMerchantOnce('orders', 'import-shipping')
  const check = useCallback(
    async ({ csv }: Table) => {
      const answer = await merchantBackend.call('orders', 'preview-shipping', { merchantId, csv })
      if (answer.ok) return ok<readonly ShipRow[]>(answer.value.rows)
      // a table that cannot be read has no rows: that is the table's fault, and said in its place
      return answer.error.code === 'import-invalid' ? ok<readonly ShipRow[]>([]) : answer
    },
    [merchantId],
  )
  const importing = useTableImport({
    noTable: NO_TABLE,
    check,
    isReady: canShipAll,
    take: async ({ csv }) => {
      const answer = await send({ merchantId, csv })
      return answer?.ok ? ok(answer.value.shipped) : answer
    },
  })
  return { ...importing, isShipping: isUnderWay }
}
