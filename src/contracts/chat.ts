import * as v from 'valibot'
import { MAX_CHAT_CHARS } from '@/domain/chat-message'
import { REPORT_REASONS } from '@/domain/report'
import { contract, operation } from './contract'
import { chatCredentials } from './rooms'
import { idOf, textUpTo } from './schemas'

/** Made by `messageIdOf`: who said it, and the number their client drew. */
export const messageId = v.pipe(v.string(), v.regex(/^u_[0-9a-z]{20}-\d{1,10}$/))
export const reportReason = v.picklist(REPORT_REASONS)

export const roomId = { roomId: idOf('room') }

const forViewers = {
  /** Fresh credentials for the room's chat, when the old ones are about to expire. */
  credentials: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object(roomId),
    output: chatCredentials,
    errors: ['room-not-found', 'room-banned'],
  }),
  /** Tells the shop of a message, or, without one, of the show. */
  report: operation({
    caller: 'viewer',
    effect: 'once',
    input: v.object({
      ...roomId,
      messageId: v.optional(messageId),
      reason: reportReason,
      note: v.optional(textUpTo(200)),
    }),
    output: v.object({ reportId: idOf('report') }),
    errors: ['room-not-found', 'report-limit'],
  }),
  /** Asks the host something, about a product or about anything; held to the same rules as what is said. */
  'ask-question': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.object({
      ...roomId,
      productId: v.optional(idOf('product')),
      question: textUpTo(MAX_CHAT_CHARS),
    }),
    output: v.object({ questionId: idOf('question') }),
    errors: [
      'room-not-found',
      'room-ended',
      'product-not-found',
      'question-limit',
      'chat-empty',
      'chat-too-long',
      'chat-refused',
      'chat-muted',
      'chat-banned',
    ],
  }),
  /** What hosts have answered about a product, in any show of the shop, newest first. */
  'list-answers': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ productId: idOf('product') }),
    output: v.object({
      answers: v.array(
        v.object({
          id: idOf('question'),
          name: v.string(),
          question: v.string(),
          answer: v.string(),
          /** Where the host was asked in a show that can be watched again, in milliseconds; else null. */
          watch: v.nullable(v.object({ roomId: idOf('room'), from: v.number() })),
        }),
      ),
    }),
    errors: [],
  }),
}

export const chat = contract('chat', {
  ...forViewers,
})
