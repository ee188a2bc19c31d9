import { useCallback } from 'react'
import type { Address } from '@/contracts/schemas'
import type { AddressId } from '@/domain/ids'
import { ok, type Result } from '@/domain/result'
import { backend, type CallError } from '@/services/backend'
import { useOnce } from '@/services/once'
import { type Truth, useServerTruth } from '@/services/server-truth'
import type { AddressDraft } from './address-draft'

export interface Addresses {
  readonly truth: Truth<readonly Address[]>
  readonly isSaving: boolean
  readonly refresh: () => Promise<void>
  /** Adds an address, or changes the one with this id; null while an earlier save is under way. */
  readonly save: (draft: AddressDraft, id?: AddressId) => Promise<Result<Address, CallError> | null>
  readonly remove: (id: AddressId) => Promise<CallError | null>
}

/** The default one first: it is the one that most orders go to. */
const inOrder = (addresses: readonly Address[]): readonly Address[] =>
  [...addresses].sort((a, b) => Number(b.isDefault) - Number(a.isDefault))

const load = async (): Promise<Result<readonly Address[], CallError>> => {
  const answer = await backend.call('session', 'list-addresses', {})
  return answer.ok ? ok(inOrder(answer.value.addresses)) : answer
}

/** This person's addresses. */
export function useAddresses(): Addresses {
  const { truth, refresh } = useServerTruth(load)
  const { send, isUnderWay } = useOnce('session', 'save-address')

  const save = useCallback(
    async (draft: AddressDraft, id?: AddressId) => {
      const saved = await send(id === undefined ? draft : { ...draft, id })
      if (saved?.ok) await refresh()
      return saved
    },
    [send, refresh],
  )
  const remove = useCallback(
    async (id: AddressId) => {
      const removed = await backend.call('session', 'remove-address', { id })
      await refresh()
      return removed.ok ? null : removed.error
    },
    [refresh],
  )
  return { truth, isSaving: isUnderWay, refresh, save, remove }
}
