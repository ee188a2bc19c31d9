import { ProblemText, TableInput } from '@/ui'
import type { ShipImport } from './use-ship-import'
import { useShopOrderWords } from './words'

const TEMPLATE = `订单编号,快递公司,快递单号
o_abcdefgh1234567890ab,顺丰速运,SF1234567890123
`

/** The table, from a file or from the clipboard. */
export function ShipImportInput({ importing }: { readonly importing: ShipImport }) {
  const words = useShopOrderWords().csv
  const { table, pickProblem } = importing
  return (
    <TableInput
      words={{ ...words, placeholder: `${words.templateHint}\n${words.pasteHint}` }}
      csv={table.csv}
      fileName={table.fileName}
      template={TEMPLATE}
      problem={pickProblem !== null && <ProblemText text={words.pick[pickProblem]} />}
      onFile={() => void importing.pickFile()}
      onCsv={importing.setCsv}
    />
  )
}
