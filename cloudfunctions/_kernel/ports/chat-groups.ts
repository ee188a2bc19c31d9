import type { RoomId, UserId } from '@/domain/ids'
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
}
