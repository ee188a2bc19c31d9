import type { Context } from '../_kernel/operation'
import type { ChatWebhook } from '../_kernel/ports/chat-groups'
import { beforeSend } from './before-send'

const STATUS = { forged: 403, malformed: 400 } as const

/** What the chat vendor asks. It waits 2 s and takes every answer it does not understand for a yes. */
export async function handleImWebhook(
  context: Context,
  webhook: ChatWebhook,
): Promise<{ readonly status: number; readonly body: object }> {
  const reply = context.chat.answerWebhook(webhook, beforeSend)
  if (reply.ok) return { status: 200, body: reply.value }
  context.log.warn('chat-webhook-refused', { code: reply.error.code, command: webhook.query.CallbackCommand })
  return { status: STATUS[reply.error.code], body: {} }
}
