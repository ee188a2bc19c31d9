import { isUnavailable } from '../_kernel/database/is-unavailable'
import type { Context } from '../_kernel/operation'
import type { ChatListener, ChatVerdict, ChatWebhook } from '../_kernel/ports/chat-groups'
import { TooLate, within } from '../_kernel/within'
import { beforeSend } from './before-send'
import { wasSent } from './was-sent'

const STATUS = { forged: 403, malformed: 400 } as const

/** The vendor waits 2 s, the way there and back included, and takes silence for a yes. */
const ANSWER_WITHIN_MS = 1_500

/** What the chat vendor asks and tells. */
export async function handleImWebhook(
  context: Context,
  webhook: ChatWebhook,
): Promise<{ readonly status: number; readonly body: object }> {
  const reply = await context.chat.answerWebhook(webhook, listener(context))
  if (reply.ok) return { status: 200, body: reply.value }
  context.log.warn('chat-webhook-refused', { code: reply.error.code, command: webhook.query.CallbackCommand })
  return { status: STATUS[reply.error.code], body: {} }
}

const listener = (context: Context): ChatListener => ({
  async judge(check) {
    try {
      return await within(ANSWER_WITHIN_MS, beforeSend(context, check))
    } catch (cause) {
      return shut(context, cause)
    }
  },
  wasSent: (message) => wasSent(context, message),
})

/** Without the rules nothing is said: rather a quiet room than one in which everything goes. */
function shut({ log }: Context, cause: unknown): ChatVerdict {
  if (cause instanceof TooLate) log.warn('chat-rules-late', { cause })
  else log.alarm(isUnavailable(cause) ? 'database-unavailable' : 'chat-rules-failed', { cause })
  return { kind: 'refuse', reason: 'chat-unavailable' }
}
