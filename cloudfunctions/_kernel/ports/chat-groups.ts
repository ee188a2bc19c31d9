import type { RoomId, UserId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

export interface ChatSignature {
  readonly sdkAppId: number
  readonly userSig: string
  readonly expiresAt: EpochMs
}

/** What the vendor's webhook tells about one message before it is sent. */
export interface ChatMessageCheck {
  readonly roomId: RoomId
  readonly userId: UserId
  /** Null when the message is not one text element. */
  readonly text: string | null
}

/** What we answer: the text as it may be sent, or why it may not. */
export type ChatVerdict =
  { readonly kind: 'allow'; readonly text: string } | { readonly kind: 'refuse'; readonly reason: string }

/** A webhook as it came in; `query.token` is the secret last part of its path. */
export interface ChatWebhook {
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The rooms' chat groups at the chat vendor; a group's id is its room's id. */
export interface ChatGroups {
  /** Makes the group if it is not there yet; asking again changes nothing. */
  ensureGroup(room: RoomId, name: string): Promise<void>
  /** Tells everybody in the group `text` (≤ 12 KiB) as a system notice, which the vendor's rate limit exempts. */
  notify(room: RoomId, text: string): Promise<void>
  /** Makes the person known to the vendor, so that messages carry the nickname and picture. */
  introduce(user: UserId, nickname: string, avatarUrl: string): Promise<void>
  /** Signs a person in at the vendor for one day. */
  sign(user: UserId): ChatSignature
  /** Checks that the vendor is asking, lets `judge` decide about a message, and returns the vendor's reply body. */
  answerWebhook(
    webhook: ChatWebhook,
    judge: (check: ChatMessageCheck) => ChatVerdict,
  ): Result<object, { readonly code: 'forged' | 'malformed' }>
}
