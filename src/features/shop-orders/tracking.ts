import { findCarrier } from '@/domain/carriers'
import { err, ok, type Result } from '@/domain/result'

/** Who carries a parcel, and the number on it, as they are being filled in. */
export interface TrackingDraft {
  readonly carrierCode: string | null
  readonly trackingNumber: string
}
export interface Tracking {
  readonly carrierCode: string
  readonly trackingNumber: string
}
export interface TrackingProblems {
  readonly carrier?: 'missing'
  readonly number?: 'missing' | 'wrong'
}

export const NO_TRACKING: TrackingDraft = { carrierCode: null, trackingNumber: '' }

/** As the contract takes it. People read numbers off a label with spaces between, which are no part of them. */
const NUMBER = /^[A-Za-z0-9-]{6,40}$/
const bare = (text: string): string => text.replace(/\s/g, '')

function numberProblem(number: string): TrackingProblems['number'] {
  if (number === '') return 'missing'
  return NUMBER.test(number) ? undefined : 'wrong'
}

export function checkTracking(draft: TrackingDraft): Result<Tracking, TrackingProblems> {
  const trackingNumber = bare(draft.trackingNumber)
  const carrier = draft.carrierCode === null ? null : findCarrier(draft.carrierCode)
  const number = numberProblem(trackingNumber)
  if (carrier !== null && number === undefined) return ok({ carrierCode: carrier.code, trackingNumber })
  return err({
    ...(carrier === null ? { carrier: 'missing' as const } : {}),
    ...(number === undefined ? {} : { number }),
  })
}
