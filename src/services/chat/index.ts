import type { ChatCredentials } from '@/contracts/rooms'
import { network } from '@/platform'
import type { Chat, ChatHandlers } from './chat'
import type { CreateSdk } from './chat-sdk'
import { ConnectedChat } from './connected-chat'
import { createSdk } from './create-sdk'

export type { Chat, ChatHandlers, ChatLine, ChatSendError, ChatState } from './chat'

let latest: Chat | null = null

/**
 * Enters the chat of one room and keeps it up; how that goes is told to `handlers`, from `connecting` on. The SDK
 * has one instance and one room at a time, so the chat that was open before is closed first.
 */
export async function openChat(credentials: ChatCredentials, handlers: ChatHandlers): Promise<Chat> {
  const before = latest?.close()
  const createAfter: CreateSdk = async (sdkAppId) => {
    await before
    return createSdk(sdkAppId)
  }
  latest = new ConnectedChat({ createSdk: createAfter, network }, credentials, handlers)
  return latest
}
