import { err, ok, type Result } from '@/domain/result'
import type {
  NotTold,
  StartNotice,
  SubscribeMessages,
} from '../../cloudfunctions/_kernel/ports/subscribe-messages'

/** A host's messages in memory: what reached people, in order. */
export class RecordingMessages implements SubscribeMessages {
  readonly told: StartNotice[] = []
  /** What befalls the messages to these people. */
  readonly trouble = new Map<string, NotTold['code'] | 'crash' | 'defect'>()

  constructor(readonly startTemplate: string | null) {}

  tellStart: SubscribeMessages['tellStart'] = async (notice): Promise<Result<void, NotTold>> => {
    const trouble = this.trouble.get(notice.to.hostUserId)
    if (trouble === 'crash') return new Promise(() => undefined)
    if (trouble === 'defect') throw new Error('a defect of the adapter')
    if (trouble !== undefined) return err({ code: trouble })
    this.told.push(notice)
    return ok(undefined)
  }

  reset(): void {
    this.told.length = 0
    this.trouble.clear()
  }
}
