import type { ChatCredentials } from '@/contracts/rooms'
import type { Chat, ChatHandlers } from './chat'
import { ConnectedChat } from './connected-chat'
import { createSdk } from './create-sdk'

export type { Chat, ChatHandlers, ChatLine, ChatSendError, ChatState } from './chat'

let open: Chat | null = null

/**
 * Enters the chat of one room and keeps it up; how that goes is told to `handlers`. The SDK has one instance and
 * one room at a time, so the chat that was open before is closed first.
 */
export async function openChat(credentials: ChatCredentials, handlers: ChatHandlers): Promise<Chat> {
  const before = open
  open = null
  await before?.close()
  const chat = new ConnectedChat({ createSdk }, credentials, handlers)
  open = chat
  return chat
}
