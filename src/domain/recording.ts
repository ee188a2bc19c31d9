import type { EpochMs } from './time'

/** Video without a gap: every moment of it has its place on the server's clock. */
export interface RecordedPart {
  /** Server time of its first picture. */
  readonly startsAt: EpochMs
  readonly durationMs: number
}

/** Part of a video that belongs to the show; `skipMs` of it come before: what was on air before the show began. */
export type ShownPart<Part extends RecordedPart> = Part & { readonly skipMs: number }

export interface Span {
  readonly from: EpochMs
  readonly to: EpochMs
}

const endOf = ({ startsAt, durationMs }: RecordedPart): EpochMs => startsAt + durationMs

/**
 * Takes in what the vendor has recorded. Notices repeat, and a file replaces what it records better: whatever lies in
 * it for the most part.
 */
export function withPart<Part extends RecordedPart>(parts: readonly Part[], part: Part): readonly Part[] {
  const shared = (other: Part): number =>
    Math.min(endOf(other), endOf(part)) - Math.max(other.startsAt, part.startsAt)
  const others = parts.filter((other) => shared(other) * 2 <= other.durationMs)
  return [...others, part].sort((a, b) => a.startsAt - b.startsAt)
}

/**
 * What of the parts is the show, in order and without overlap: what the host tried before it, or said after it, is
 * nobody's business.
 */
export function partsOfShow<Part extends RecordedPart>(
  parts: readonly Part[],
  show: Span,
): readonly ShownPart<Part>[] {
  let { from } = show
  const shown: ShownPart<Part>[] = []
  for (const part of parts) {
    const startsAt = Math.max(part.startsAt, from)
    const durationMs = Math.min(endOf(part), show.to) - startsAt
    if (durationMs <= 0) continue
    shown.push({ ...part, startsAt, durationMs, skipMs: startsAt - part.startsAt })
    from = startsAt + durationMs
  }
  return shown
}

/** What changed on air; whether a picture was there before the first of them is its opposite. */
export interface PictureChange {
  readonly at: EpochMs
  readonly isOn: boolean
}

/** When a picture was on air between two moments; `isOn` is whether one is now, after all changes. */
export function spansOnAir(changes: readonly PictureChange[], show: Span, isOn: boolean): readonly Span[] {
  const first = changes[0]
  let since = (first ? !first.isOn : isOn) ? show.from : null
  const spans: Span[] = []
  const close = (to: EpochMs): void => {
    if (since !== null && to > since) spans.push({ from: since, to })
    since = null
  }
  for (const change of changes) {
    const at = Math.min(Math.max(change.at, show.from), show.to)
    if (change.isOn) since ??= at
    else close(at)
  }
  close(show.to)
  return spans
}

/** How long the replay is. */
export const lengthOf = (parts: readonly RecordedPart[]): number =>
  parts.reduce((sum, { durationMs }) => sum + durationMs, 0)

/** Where in the replay the moment is: one that was not recorded is where the next part begins. */
export function mediaTimeOf(parts: readonly RecordedPart[], at: EpochMs): number {
  return parts.reduce((sum, part) => sum + Math.min(Math.max(at - part.startsAt, 0), part.durationMs), 0)
}

export interface Place {
  /** Number of the part. */
  readonly part: number
  /** Milliseconds from its first picture. */
  readonly ms: number
}

/** Which part holds the moment of the replay, the last one what lies behind its end. There must be one. */
export function placeOf(parts: readonly RecordedPart[], mediaMs: number): Place {
  let ms = Math.max(mediaMs, 0)
  for (const [part, { durationMs }] of parts.entries()) {
    if (ms < durationMs) return { part, ms }
    ms -= durationMs
  }
  const part = parts.length - 1
  return { part, ms: parts[part]?.durationMs ?? 0 }
}

/** What the clock said at the moment of the replay. */
export function serverTimeOf(parts: readonly RecordedPart[], mediaMs: number): EpochMs {
  const { part, ms } = placeOf(parts, mediaMs)
  return (parts[part]?.startsAt ?? 0) + ms
}
