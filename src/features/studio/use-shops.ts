import { useCallback } from 'react'
import type { Profile } from '@/contracts/session'
import { ok } from '@/domain/result'
import { backend } from '@/services/backend'
import { type ServerTruth, useServerTruth } from '@/services/server-truth'

export type Shop = Profile['memberOf'][number]

/** The shops this person works for. */
export function useShops(): ServerTruth<readonly Shop[]> {
  const load = useCallback(async () => {
    const answer = await backend.call('session', 'me', {})
    return answer.ok ? ok<readonly Shop[]>(answer.value.memberOf) : answer
  }, [])
  return useServerTruth(load)
}
