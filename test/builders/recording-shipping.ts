import { err, ok } from '@/domain/result'
import type { ShippingReport, ShippingReports } from '../../cloudfunctions/_kernel/ports/shipping-reports'

/** A wallet's shipping desk in memory: takes one correction, like the real ones, and says when it is silent. */
export class RecordingShipping implements ShippingReports {
  /** What the wallet holds, by transaction. */
  readonly held = new Map<string, ShippingReport>()
  /** Every report that reached the wallet, taken or not. */
  readonly heard: ShippingReport[] = []
  /** While true no report is answered. */
  isSilent = false
  /** While set every report is refused for this reason. */
  refusal: string | null = null
  /** Happens once, while the next report is under way. */
  meanwhile: (() => Promise<unknown>) | null = null
  readonly #corrected = new Set<string>()

  report: ShippingReports['report'] = async (report) => {
    if (this.isSilent) return err({ code: 'unknown', cause: new Error('no answer') })
    this.heard.push(report)
    const happens = this.meanwhile
    this.meanwhile = null
    await happens?.()
    if (this.refusal !== null) return err({ code: 'refused', reason: this.refusal })
    const held = this.held.get(report.transactionId)
    if (held === undefined || !held.isComplete) return this.#keep(report)
    if (isSame(held, report)) return ok(undefined)
    // told to the end already: anything else changes it once, whether it was meant to or not
    if (!this.#corrected.has(report.transactionId)) {
      this.#corrected.add(report.transactionId)
      return this.#keep(report)
    }
    return report.isCorrection ? err({ code: 'refused', reason: 'corrected-before' }) : ok(undefined)
  }

  reset(): void {
    this.held.clear()
    this.heard.length = 0
    this.#corrected.clear()
    this.isSilent = false
    this.refusal = null
    this.meanwhile = null
  }

  #keep(report: ShippingReport) {
    const held = this.held.get(report.transactionId)
    if (held === undefined || held.at < report.at) this.held.set(report.transactionId, report)
    return ok(undefined)
  }
}

const isSame = (one: ShippingReport, other: ShippingReport): boolean =>
  one.isComplete === other.isComplete && JSON.stringify(one.parcels) === JSON.stringify(other.parcels)
