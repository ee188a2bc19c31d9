import { useCallback, useRef, useState } from 'react'
import type { MerchantId } from '@/domain/ids'
import { device, fileSaver } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { exportName, type ExportRange, spanOf } from './export-range'

/** How far a table of orders has come. It is made first and handed over by a tap of its own: hosts insist on that. */
export type ExportStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'ready'; readonly name: string; readonly csv: string; readonly count: number }
  | { readonly kind: 'refused'; readonly error: CallError }

export interface OrderExport {
  readonly step: ExportStep
  readonly range: ExportRange
  readonly isMaking: boolean
  readonly chooseRange: (range: ExportRange) => void
  readonly make: () => Promise<void>
  /** Hands the file over; to be called within a tap. */
  readonly save: () => Promise<'saved' | 'cancelled' | 'failed'>
}

const CHOOSING: ExportStep = { kind: 'choosing' }

export function useExport(merchantId: MerchantId): OrderExport {
  const [range, setRange] = useState<ExportRange>('today')
  const [step, setStep] = useState<ExportStep>(CHOOSING)
  const turn = useRef(0)
  const { send, isUnderWay } = useMerchantOnce('orders', 'export-orders')

  const chooseRange = useCallback((next: ExportRange) => {
    turn.current += 1
    setRange(next)
    setStep(CHOOSING)
  }, [])
  async function make(): Promise<void> {
    const mine = turn.current
    const span = spanOf(range, device.now())
    const answer = await send({ merchantId, ...span })
    if (answer === null || mine !== turn.current) return
    setStep(
      answer.ok
        ? { kind: 'ready', name: exportName(span), ...answer.value }
        : { kind: 'refused', error: answer.error },
    )
  }
  async function save(): Promise<'saved' | 'cancelled' | 'failed'> {
    if (step.kind !== 'ready') return 'cancelled'
    const saved = await fileSaver.saveText(step.name, step.csv)
    return saved.ok ? 'saved' : saved.error
  }
  return { step, range, isMaking: isUnderWay, chooseRange, make, save }
}
