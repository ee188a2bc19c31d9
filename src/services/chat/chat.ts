import type { ChatRefusalReason } from '@/contracts/chat-refusals'
import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomNotice } from '@/contracts/room-notice'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

/** One thing somebody said in the room. */
export interface ChatLine {
  /** Made by `messageIdOf`: the server knows the message by it, too. */
  readonly id: string
  readonly userId: string
  readonly nickname: string
  readonly avatarUrl: string
  readonly text: string
  readonly at: EpochMs
  readonly isOwn: boolean
  /** Has bought in the shop; the server says so. Who works for the shop is in the room's own list. */
  readonly isBuyer: boolean
  /** Said before we came: shown without motion and never counted as new. */
  readonly isOld: boolean
}

/** `kicked`: the same account entered from another device; only a new chat helps. */
export type ChatState = 'connecting' | 'ready' | 'offline' | 'kicked'
export type ChatSendError = ChatRefusalReason | 'offline'
/** What must get through when more is said than the vendor delivers is of high weight: a host's word. */
export type ChatWeight = 'normal' | 'high'

export interface ChatHandlers {
  /** Lines in the order they were said; each line comes once. Own lines come from `send`, unless they are old. */
  onLines(lines: readonly ChatLine[]): void
  /** What the server says about this room. Some may be lost: the room finds the gap by number. */
  onNotice(notice: RoomNotice): void
  /** After every `ready` the room repairs its log: what was said while away is lost. */
  onState(state: ChatState): void
  /** Fresh credentials for the same room, or null when there are none now. Never rejects. */
  renewCredentials(): Promise<ChatCredentials | null>
}

export interface Chat {
  /** Says something to the room and answers with the line to show: the vendor does not send it back. */
  send(text: string, weight?: ChatWeight): Promise<Result<ChatLine, ChatSendError>>
  /** Leaves the room and frees the connection. */
  close(): Promise<void>
}
