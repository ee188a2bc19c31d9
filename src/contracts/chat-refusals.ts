import type { SpeechRefusal } from '@/domain/moderation'

/** Why something was not said, whoever decided it: `chat-unavailable` when the rules themselves are away. */
export type ChatRefusalReason = SpeechRefusal | 'chat-unavailable'

/** The vendor hands a code from 10100 to 10200 through from our webhook to the sender's client, and no words. */
export const CHAT_REFUSAL_CODES = {
  'chat-banned': 10_101,
  'chat-muted': 10_102,
  'chat-slow-mode': 10_103,
  'chat-too-fast': 10_104,
  'chat-repeated': 10_105,
  'chat-unavailable': 10_106,
} as const satisfies Partial<Record<ChatRefusalReason, number>>

export type CodedRefusal = keyof typeof CHAT_REFUSAL_CODES
