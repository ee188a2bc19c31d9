import type { RoomId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

export interface StartNotice {
  readonly to: { readonly hostUserId: string }
  readonly roomId: RoomId
  readonly title: string
  readonly shopName: string
  readonly startedAt: EpochMs
}

/**
 * `refused`: this person does not let us, now or ever again. `not-now`: nothing was sent, to try again helps.
 * `unknown`: it may have been sent.
 */
export interface NotTold {
  readonly code: 'refused' | 'not-now' | 'unknown'
  readonly cause?: unknown
}

/** Messages that a person allowed this host to carry, one for each time they said yes (WeChat and Alipay: 订阅消息). */
export interface SubscribeMessages {
  /** What a person is asked to allow; null where nobody can be told anything. */
  readonly startTemplate: string | null
  /** Tells one person that a show has begun; it uses up one permission. */
  tellStart(notice: StartNotice): Promise<Result<void, NotTold>>
}
