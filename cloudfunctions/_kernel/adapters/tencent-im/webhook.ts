import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { CHAT_REFUSAL_CODES, type ChatRefusalReason } from '@/contracts/chat-refusals'
import { writeMessageBadge } from '@/contracts/message-badge'
import { count, idOf } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'
import type { ChatListener, ChatVerdict, ChatWebhook } from '../../ports/chat-groups'

const BEFORE_SEND = 'Group.CallbackBeforeSendMsg'
const AFTER_SEND = 'Group.CallbackAfterSendMsg'
const TEXT = 'TIMTextElem'

const ALLOWED = 0
/** The sender's SDK gets error 10016. */
const REFUSED = 1

/** The vendor's numbers have 32 bits. */
const random = v.pipe(count, v.maxValue(4_294_967_295))
const message = { GroupId: idOf('room'), From_Account: idOf('user'), Random: random }
const beforeSend = v.object({
  ...message,
  MsgBody: v.array(v.object({ MsgType: v.string(), MsgContent: v.unknown() })),
})
const afterSend = v.object({ ...message, MsgSeq: count })
const textContent = v.object({ Text: v.string() })

/** The vendor signs nothing: it is known by our app's number and by a secret that only its console has. */
export function isFromVendor(
  webhook: ChatWebhook,
  expected: { readonly sdkAppId: number; readonly webhookToken: string },
): boolean {
  const { token = '', SdkAppid: appId = '' } = webhook.query
  const isTokenGood = timingSafeEqual(digest(token), digest(expected.webhookToken))
  return isTokenGood && appId === String(expected.sdkAppId)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The vendor waits 2 s for this reply, then sends the message as it is. */
export async function replyToWebhook(
  webhook: ChatWebhook,
  listener: ChatListener,
): Promise<Result<object, { readonly code: 'malformed' }>> {
  switch (webhook.query.CallbackCommand) {
    case BEFORE_SEND:
      return ok(await judge(webhook.body, listener))
    case AFTER_SEND:
      return takeNote(webhook.body, listener)
    default:
      return ok(allow())
  }
}

async function judge(body: unknown, listener: ChatListener): Promise<object> {
  const parsed = v.safeParse(beforeSend, body)
  if (!parsed.success) return refuse('chat-refused')
  const { GroupId: roomId, From_Account: userId, Random, MsgBody: elements } = parsed.output
  const verdict = await listener.judge({ roomId, userId, random: Random, text: onlyText(elements) })
  return verdict.kind === 'refuse' ? refuse(verdict.reason) : write(verdict)
}

async function takeNote(
  body: unknown,
  listener: ChatListener,
): Promise<Result<object, { readonly code: 'malformed' }>> {
  const parsed = v.safeParse(afterSend, body)
  if (!parsed.success) return err({ code: 'malformed' })
  const { GroupId: roomId, From_Account: userId, Random, MsgSeq: seq } = parsed.output
  await listener.wasSent({ roomId, userId, random: Random, seq })
  return ok(allow())
}

function onlyText(elements: v.InferOutput<typeof beforeSend>['MsgBody']): string | null {
  const [element, ...others] = elements
  if (element?.MsgType !== TEXT || others.length > 0) return null
  const content = v.safeParse(textContent, element.MsgContent)
  return content.success ? content.output.Text : null
}

const allow = (): object => ({ ActionStatus: 'OK', ErrorCode: ALLOWED, ErrorInfo: '' })

/** Text and badge are always written: what the sender put there is theirs, and nobody shall believe it. */
const write = ({ text, isBuyer }: Extract<ChatVerdict, { kind: 'allow' }>): object => ({
  ...allow(),
  MsgBody: [{ MsgType: TEXT, MsgContent: { Text: text } }],
  CloudCustomData: writeMessageBadge(isBuyer),
})

function refuse(reason: ChatRefusalReason): object {
  const codes: Readonly<Partial<Record<ChatRefusalReason, number>>> = CHAT_REFUSAL_CODES
  return { ActionStatus: 'FAIL', ErrorCode: codes[reason] ?? REFUSED, ErrorInfo: reason }
}
