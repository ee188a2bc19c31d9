import { useCallback } from 'react'
import type { Output } from '@/contracts'
import { SECOND } from '@/domain/time'
import { backend } from '@/services/backend'
import { asList, useServerTruth } from '@/services/server-truth'
import type { ListState } from '@/ui'
import { learnStanding } from './follows'

export type FollowedAnswer = Output<'shops', 'list-followed'>

const LOOK_AGAIN_MS = 30 * SECOND
const lookAgain = (): number => LOOK_AGAIN_MS

async function load() {
  const answer = await backend.call('shops', 'list-followed', {})
  if (answer.ok)
    for (const { shop } of answer.value.shops) learnStanding(shop.id, { isFollowing: true, fans: shop.fans })
  return answer
}

/** The shops that this person follows; who is live changes while the page is open. */
export function useFollowed(): {
  readonly state: ListState<FollowedAnswer>
  readonly refresh: () => Promise<void>
} {
  const { truth, refresh } = useServerTruth(load, lookAgain)
  const isEmpty = useCallback(({ shops }: FollowedAnswer) => shops.length === 0, [])
  return { state: asList(truth, isEmpty), refresh }
}
