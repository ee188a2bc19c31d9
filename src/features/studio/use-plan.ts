import { useState } from 'react'
import type { MerchantId, RoomId } from '@/domain/ids'
import { device } from '@/platform'
import type { CallError } from '@/services/backend'
import { useMerchantOnce } from '@/services/once'
import { checkPlan, EMPTY_PLAN, type PlanProblems, type RoomPlan } from './room-plan'

export interface Planning {
  readonly plan: RoomPlan
  readonly problems: PlanProblems
  readonly failure: CallError | null
  readonly isCreating: boolean
  readonly change: (part: Partial<RoomPlan>) => void
  readonly create: () => Promise<void>
}

/** A show being planned. */
export function usePlan(merchantId: MerchantId, onCreated: (roomId: RoomId) => void): Planning {
  const [plan, setPlan] = useState<RoomPlan>(EMPTY_PLAN)
  const [problems, setProblems] = useState<PlanProblems>({})
  const [failure, setFailure] = useState<CallError | null>(null)
  const { send, isUnderWay } = useMerchantOnce('rooms', 'create')

  const change = (part: Partial<RoomPlan>): void => {
    setPlan({ ...plan, ...part })
    setFailure(null)
    if ('title' in part) setProblems(({ title: _solved, ...others }) => others)
    if ('start' in part) setProblems(({ start: _solved, ...others }) => others)
  }
  async function create(): Promise<void> {
    const checked = checkPlan(plan, device.now())
    if (!checked.ok) {
      setProblems(checked.error)
      return
    }
    const created = await send({ merchantId, ...checked.value })
    if (created === null) return
    if (created.ok) onCreated(created.value.room.id)
    else setFailure(created.error)
  }
  return { plan, problems, failure, isCreating: isUnderWay, change, create }
}
