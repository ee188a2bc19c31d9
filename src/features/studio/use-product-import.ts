import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportDraft, ImportProblem } from '@/contracts/shelf'
import type { MerchantId } from '@/domain/ids'
import { filePicker } from '@/platform'
import type { PickFailure } from '@/platform/ports/file-picker'
import { backend, type CallError } from '@/services/backend'
import { useOnce } from '@/services/once'
import { type Upload, useUpload } from './use-upload'

export interface ImportPreview {
  readonly drafts: readonly ImportDraft[]
  readonly problems: readonly ImportProblem[]
}

/** How far an import has come. Only `checked` without problems can be imported. */
export type ImportStep =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly preview: ImportPreview }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'done'; readonly count: number }

export interface ProductImport {
  readonly csv: string
  readonly fileName: string | null
  readonly pictures: Readonly<Record<string, string>>
  readonly upload: Upload
  readonly step: ImportStep
  readonly pickProblem: Exclude<PickFailure, 'cancelled'> | null
  readonly isImporting: boolean
  readonly forgetPickProblem: () => void
  readonly setCsv: (csv: string) => void
  readonly pickFile: () => Promise<void>
  readonly addPictures: () => Promise<void>
  readonly check: () => Promise<void>
  readonly importNow: () => Promise<void>
  readonly startAgain: () => void
}

/** A pause in typing or pasting, long enough that half a word is not asked about. */
const CHECK_AFTER_MS = 500
const MAX_PICTURES = 9
const EMPTY: ImportStep = { kind: 'empty' }

export const canImport = (step: ImportStep): boolean =>
  step.kind === 'checked' && step.preview.problems.length === 0 && step.preview.drafts.length > 0

interface Table {
  readonly csv: string
  readonly fileName: string | null
  readonly pictures: Readonly<Record<string, string>>
}
const NO_TABLE: Table = { csv: '', fileName: null, pictures: {} }

/** The server's word on the table, asked again whenever it changes. */
function useCheckedTable(merchantId: MerchantId) {
  const [table, setTable] = useState(NO_TABLE)
  const [step, setStep] = useState<ImportStep>(EMPTY)
  const turn = useRef(0)

  const check = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const { csv, pictures } = table
    if (csv.trim() === '') return
    setStep({ kind: 'checking' })
    const answer = await backend.call('shelf', 'preview-import', { merchantId, csv, pictures })
    if (mine !== turn.current) return
    setStep(answer.ok ? { kind: 'checked', preview: answer.value } : { kind: 'failed', error: answer.error })
  }, [merchantId, table])
  useEffect(() => {
    const timer = setTimeout(() => void check(), CHECK_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [check])

  /** The step belongs to what was there before: until it is checked again nothing can be imported. */
  const change = useCallback((part: (known: Table) => Table) => {
    turn.current += 1
    setTable(part)
    setStep({ kind: 'checking' })
  }, [])
  const shownStep = table.csv.trim() === '' && step.kind !== 'done' ? EMPTY : step
  return { table, step: shownStep, setStep, change, check }
}

/** The table a merchant brings: read, checked by the server, and taken whole or not at all. */
export function useProductImport(merchantId: MerchantId): ProductImport {
  const { table, step, setStep, change, check } = useCheckedTable(merchantId)
  const [pickProblem, setPickProblem] = useState<ProductImport['pickProblem']>(null)
  const upload = useUpload(merchantId)
  const { send, isUnderWay } = useOnce('shelf', 'import-products')

  async function pickFile(): Promise<void> {
    setPickProblem(null)
    const picked = await filePicker.pickText()
    if (picked.ok) {
      const { name, content } = picked.value
      change((known) => ({ ...known, csv: content, fileName: name }))
    } else if (picked.error !== 'cancelled') setPickProblem(picked.error)
  }
  async function addPictures(): Promise<void> {
    const added = await upload.pick(MAX_PICTURES)
    if (Object.keys(added).length > 0)
      change((known) => ({ ...known, pictures: { ...known.pictures, ...added } }))
  }
  async function importNow(): Promise<void> {
    if (!canImport(step)) return
    const imported = await send({ merchantId, csv: table.csv, pictures: table.pictures })
    if (imported === null) return
    if (imported.ok) setStep({ kind: 'done', count: imported.value.products.length })
    else if (imported.error.code === 'import-invalid') await check()
    else setStep({ kind: 'failed', error: imported.error })
  }
  return {
    ...table,
    upload,
    step,
    pickProblem,
    isImporting: isUnderWay,
    forgetPickProblem: () => setPickProblem(null),
    setCsv: (csv) => change((known) => ({ ...known, csv, fileName: null })),
    pickFile,
    addPictures,
    check,
    importNow,
    startAgain: () => change(() => NO_TABLE),
  }
}
