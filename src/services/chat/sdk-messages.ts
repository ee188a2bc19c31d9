import * as v from 'valibot'
import { readsAsBuyer } from '@/contracts/message-badge'
import { parseRoomNotice, type RoomNotice } from '@/contracts/room-notice'
import { checkChatText, messageIdOf } from '@/domain/chat-message'
import { SECOND } from '@/domain/time'
import type { ChatLine } from './chat'
import { SDK_TYPE } from './chat-sdk'

const textMessage = v.object({
  type: v.literal(SDK_TYPE.text),
  random: v.number(),
  to: v.string(),
  from: v.string(),
  nick: v.optional(v.string(), ''),
  avatar: v.optional(v.string(), ''),
  time: v.number(),
  cloudCustomData: v.optional(v.string(), ''),
  isRevoked: v.optional(v.boolean(), false),
  payload: v.object({ text: v.string() }),
})
const systemNotice = v.object({
  type: v.literal(SDK_TYPE.systemNotice),
  payload: v.object({ userDefinedField: v.string() }),
})
const received = v.variant('type', [textMessage, systemNotice])

export interface ReadingFor {
  readonly groupId: string
  readonly userId: string
  readonly isOld: boolean
}
export type ReceivedMessage =
  | { readonly kind: 'line'; readonly line: ChatLine }
  | { readonly kind: 'notice'; readonly notice: RoomNotice }

/** One message of the SDK, or null for what is not for this room or not ours: tips, other types, odd text. */
export function readSdkMessage(message: unknown, reading: ReadingFor): ReceivedMessage | null {
  const parsed = v.safeParse(received, message)
  if (!parsed.success) return null
  if (parsed.output.type === SDK_TYPE.systemNotice) {
    const notice = parseRoomNotice(parsed.output.payload.userDefinedField)
    return notice?.roomId === reading.groupId ? { kind: 'notice', notice } : null
  }
  const line = toLine(parsed.output, reading)
  return line && { kind: 'line', line }
}

/** The line of a message that we have sent ourselves. */
export function readSentMessage(result: unknown, reading: ReadingFor): ChatLine | null {
  const parsed = v.safeParse(v.object({ data: v.object({ message: textMessage }) }), result)
  return parsed.success ? toLine(parsed.output.data.message, reading) : null
}

function toLine(message: v.InferOutput<typeof textMessage>, reading: ReadingFor): ChatLine | null {
  // what came around the webhook (it has 2 s, then the vendor delivers) is held to the same rule here
  const text = checkChatText(message.payload.text)
  if (message.to !== reading.groupId || message.isRevoked || !text.ok) return null
  return {
    id: messageIdOf(message.from, message.random),
    userId: message.from,
    nickname: message.nick,
    avatarUrl: /^(https?:\/\/|\/)/.test(message.avatar) ? message.avatar : '',
    text: text.value,
    at: message.time * SECOND,
    isOwn: message.from === reading.userId,
    isBuyer: readsAsBuyer(message.cloudCustomData),
    isOld: reading.isOld,
  }
}
