import { create } from 'zustand'
import type { MerchantId } from '@/domain/ids'
import { backend, type CallError } from '@/services/backend'

export interface Standing {
  readonly isFollowing: boolean
  readonly fans: number
}

/** Whom this person follows, as far as it is known; the same on every page. */
interface Follows {
  readonly known: Readonly<Record<MerchantId, Standing | undefined>>
  /** Whose answer is on its way: a second tap does nothing. */
  readonly underWay: readonly MerchantId[]
}

export const useFollows = create<Follows>(() => ({ known: {}, underWay: [] }))
const { getState, setState } = useFollows

/** What the server has told of one shop; while a tap is under way, the tap is newer. */
export function learnStanding(merchantId: MerchantId, standing: Standing): void {
  if (!getState().underWay.includes(merchantId)) put(merchantId, standing)
}

const put = (merchantId: MerchantId, standing: Standing): void =>
  setState(({ known }) => ({ known: { ...known, [merchantId]: standing } }))

/** Shown at once, and taken back when the server refuses. Null when it is done, or the same is under way. */
export async function setFollowing(
  merchantId: MerchantId,
  isFollowing: boolean,
): Promise<CallError['code'] | 'busy' | null> {
  if (getState().underWay.includes(merchantId)) return null
  const before = getState().known[merchantId] ?? { isFollowing: !isFollowing, fans: 0 }
  setState(({ underWay }) => ({ underWay: [...underWay, merchantId] }))
  put(merchantId, { isFollowing, fans: Math.max(0, before.fans + (isFollowing ? 1 : -1)) })
  const answer = await backend.call('shops', isFollowing ? 'follow' : 'unfollow', { merchantId })
  put(merchantId, answer.ok ? { isFollowing, fans: answer.value.fans } : before)
  setState(({ underWay }) => ({ underWay: underWay.filter((id) => id !== merchantId) }))
  return answer.ok ? null : answer.error.code
}
