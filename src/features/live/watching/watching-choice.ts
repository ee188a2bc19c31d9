import * as v from 'valibot'
import { QUALITY_IDS, type QualityId } from '@/domain/quality'
import type { Line } from '@/platform/ports/player'

/** How a person wants to watch on this device. */
export interface WatchingChoice {
  readonly quality: QualityId | 'auto'
  readonly line: Line
}

export const LINES = ['auto', 'flv', 'hls'] as const satisfies readonly Line[]
const NO_WISH: WatchingChoice = { quality: 'auto', line: 'auto' }

const kept = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ quality: v.picklist([...QUALITY_IDS, 'auto']), line: v.picklist(LINES) }),
)

/** What was kept, or no wish at all where it was not or cannot be read. */
export function readChoice(text: string | null): WatchingChoice {
  const parsed = v.safeParse(kept, text)
  return parsed.success ? parsed.output : NO_WISH
}
