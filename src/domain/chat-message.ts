import type { UserId } from './ids'
import { err, ok, type Result } from './result'

/** Characters (code points) a viewer may say at once; the chat vendor's own limit is 12 KiB. */
export const MAX_CHAT_CHARS = 200

export type ChatRefusal = 'chat-empty' | 'chat-too-long'

/**
 * What may be said, decided before sending by the client and again by the vendor's before-send webhook.
 * Control and zero-width characters go, white space folds; markup stays what it is: text, drawn as text.
 */
export function checkChatText(raw: string): Result<string, ChatRefusal> {
  const text = raw
    .replace(/[\p{Cc}\p{Cf}]+/gu, (run) => (/[\n\r\t]/.test(run) ? ' ' : /\u200d/.test(run) ? '\u200d' : ''))
    .replace(/\s+/gu, ' ')
    .trim()
  if (text === '' || text === '\u200d') return err('chat-empty')
  return [...text].length > MAX_CHAT_CHARS ? err('chat-too-long') : ok(text)
}

/**
 * A message's id, the same to whoever said it, to whoever hears it and to the server: the vendor hands all three of
 * them the sender and the number that the sender's client drew.
 */
export const messageIdOf = (userId: string, random: number): string => `${userId}-${random}`

const MESSAGE_ID = /^(u_[0-9a-z]{20})-\d{1,10}$/

/** Whose message it is; null for what is no message's id. */
export const senderOf = (messageId: string): UserId | null =>
  (MESSAGE_ID.exec(messageId)?.[1] as UserId | undefined) ?? null
