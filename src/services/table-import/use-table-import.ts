import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '@/domain/result'
import { filePicker } from '@/platform'
import type { PickFailure } from '@/platform/ports/file-picker'
import type { CallError } from '@/services/backend'

/** A table that somebody brings, from a file or from the clipboard. */
export interface Table {
  readonly csv: string
  readonly fileName: string | null
}

/** How far it has come. Only what was checked, and found ready, is taken. */
export type TableStep<Found> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly found: Found }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'done'; readonly count: number }

interface TableWork<T extends Table, Found> {
  readonly noTable: T
  /** The server's word on the table. Keep it the same between renders: a new one asks again. */
  readonly check: (table: T) => Promise<Result<Found, CallError>>
  readonly isReady: (found: Found) => boolean
  /** Takes all of it, and says how much that was; null when it is under way already. */
  readonly take: (table: T) => Promise<Result<number, CallError> | null>
}

export interface TableImport<T extends Table, Found> {
  readonly table: T
  readonly step: TableStep<Found>
  readonly isReady: boolean
  readonly pickProblem: Exclude<PickFailure, 'cancelled'> | null
  readonly forgetPickProblem: () => void
  readonly change: (part: (known: T) => T) => void
  readonly setCsv: (csv: string) => void
  readonly pickFile: () => Promise<void>
  readonly check: () => Promise<void>
  readonly take: () => Promise<void>
  readonly startAgain: () => void
}

/** A pause in typing or pasting, long enough that half a word is not asked about. */
const CHECK_AFTER_MS = 500
const EMPTY = { kind: 'empty' } as const

function useCheckedTable<T extends Table, Found>({ noTable, check: ask }: TableWork<T, Found>) {
  const [table, setTable] = useState(noTable)
  const [step, setStep] = useState<TableStep<Found>>(EMPTY)
  const turn = useRef(0)

  const check = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    if (table.csv.trim() === '') return
    setStep({ kind: 'checking' })
    const answer = await ask(table)
    if (mine !== turn.current) return
    setStep(answer.ok ? { kind: 'checked', found: answer.value } : { kind: 'failed', error: answer.error })
  }, [ask, table])
  useEffect(() => {
    const timer = setTimeout(() => void check(), CHECK_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [check])

  /** The step belongs to what was there before: until it is checked again nothing can be taken. */
  const change = useCallback((part: (known: T) => T) => {
    turn.current += 1
    setTable(part)
    setStep({ kind: 'checking' })
  }, [])
  const shownStep = table.csv.trim() === '' && step.kind !== 'done' ? EMPTY : step
  return { table, step: shownStep, setStep, change, check }
}

/** A table that is read, checked by the server whenever it changes, and taken whole or not at all. */
export function useTableImport<T extends Table, Found>(work: TableWork<T, Found>): TableImport<T, Found> {
  const { table, step, setStep, change, check } = useCheckedTable(work)
  const [pickProblem, setPickProblem] = useState<TableImport<T, Found>['pickProblem']>(null)
  const isReady = step.kind === 'checked' && work.isReady(step.found)

  async function pickFile(): Promise<void> {
    setPickProblem(null)
    const picked = await filePicker.pickText()
    if (picked.ok) {
      const { name, content } = picked.value
      change((known) => ({ ...known, csv: content, fileName: name }))
    } else if (picked.error !== 'cancelled') setPickProblem(picked.error)
  }
  async function take(): Promise<void> {
    if (!isReady) return
    const taken = await work.take(table)
    if (taken === null) return
    if (taken.ok) setStep({ kind: 'done', count: taken.value })
    else if (taken.error.code === 'import-invalid') await check()
    else setStep({ kind: 'failed', error: taken.error })
  }
  return {
    table,
    step,
    isReady,
    pickProblem,
    forgetPickProblem: () => setPickProblem(null),
    change,
    setCsv: (csv) => change((known) => ({ ...known, csv, fileName: null })),
    pickFile,
    check,
    take,
    startAgain: () => change(() => work.noTable),
  }
}
