import { useCallback } from 'react'
import type { Profile } from '@/contracts/session'
import { backend, knowProfile } from '@/services/backend'
import { type Truth, useServerTruth } from '@/services/server-truth'

export interface Me {
  readonly truth: Truth<Profile>
  readonly refresh: () => Promise<void>
}

/** Who is signed in, asked again each time the page appears: shops and names change elsewhere. */
export function useMe(): Me {
  const load = useCallback(async () => {
    const answer = await backend.call('session', 'me', {})
    if (answer.ok) knowProfile(answer.value)
    return answer
  }, [])
  return useServerTruth(load)
}
