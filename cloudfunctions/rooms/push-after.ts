import type { Picture } from '@/domain/room'
import type { PushCallback } from '../_kernel/ports/live-streams'

interface Known {
  /** What this function said about the last notice that counted; null before the first. */
  readonly push: string | null
  readonly picture: Picture
}

/**
 * What to remember of a notice, or null when it tells nothing new: notices repeat, and the stop of a push may come after
 * the next one's start.
 */
export function pushAfter(known: Known, { kind, push }: PushCallback): string | null {
  if ('name' in push) return (known.push === push.name) === (kind === 'stopped') ? push.name : null
  const last = known.push?.startsWith('@') ? Number(known.push.slice(1)) : -Infinity
  // Within one second nobody knows what came first. A push that takes over from another begins as that one stops:
  // then the start counts and the stop does not.
  const isNews = kind === 'published' && known.picture === 'away' ? push.at >= last : push.at > last
  return isNews ? `@${push.at}` : null
}
