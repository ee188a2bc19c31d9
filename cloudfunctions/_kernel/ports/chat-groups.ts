import type { ChatRefusalReason } from '@/contracts/chat-refusals'
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
  /** The number that the sender's client drew; the same again when it sends the message again. */
  readonly random: number
  /** Null when the message is not one text element. */
  readonly text: string | null
}

/** What we answer: the text as it may be sent, or why it may not. */
export type ChatVerdict =
  | { readonly kind: 'allow'; readonly text: string; readonly isBuyer: boolean }
  | { readonly kind: 'refuse'; readonly reason: ChatRefusalReason }

/** A message that the vendor has sent to the room. */
export interface SentChatMessage extends Pick<ChatMessageCheck, 'roomId' | 'userId' | 'random'> {
  /** The vendor's number of it in the room. */
  readonly seq: number
}

/** What the vendor asks and tells. */
export interface ChatListener {
  judge(check: ChatMessageCheck): Promise<ChatVerdict>
  wasSent(message: SentChatMessage): Promise<void>
}

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
  /** Has the person say nothing in the group for so many seconds; null: until it is lifted, 0: lifts it. */
  mute(room: RoomId, user: UserId, seconds: number | null): Promise<void>
  /** Puts the person out of the group and lets them in no more. */
  ban(room: RoomId, user: UserId): Promise<void>
  unban(room: RoomId, user: UserId): Promise<void>
  /** Takes a message back from everybody who has it, and from those who come later. */
  recall(room: RoomId, seq: number): Promise<void>
  /**
   * Checks that the vendor is asking, has `listener` decide or take note, and returns the vendor's reply body. A
   * question that cannot be understood is answered with no: the vendor takes everything else for a yes.
   */
  answerWebhook(
    webhook: ChatWebhook,
    listener: ChatListener,
  ): Promise<Result<object, { readonly code: 'forged' | 'malformed' }>>
}
