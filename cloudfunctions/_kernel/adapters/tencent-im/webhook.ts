import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { idOf } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'
import type { ChatMessageCheck, ChatVerdict, ChatWebhook } from '../../ports/chat-groups'

const BEFORE_SEND = 'Group.CallbackBeforeSendMsg'
const TEXT = 'TIMTextElem'

const ALLOWED = 0
/** The sender's SDK gets error 10016. */
const REFUSED = 1

const beforeSend = v.object({
  GroupId: idOf('room'),
  From_Account: idOf('user'),
  MsgBody: v.array(v.object({ MsgType: v.string(), MsgContent: v.unknown() })),
})
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
export function replyToWebhook(
  webhook: ChatWebhook,
  judge: (check: ChatMessageCheck) => ChatVerdict,
): Result<object, { readonly code: 'malformed' }> {
  if (webhook.query.CallbackCommand !== BEFORE_SEND) return ok(allow())
  const parsed = v.safeParse(beforeSend, webhook.body)
  if (!parsed.success) return err({ code: 'malformed' })
  const { GroupId: roomId, From_Account: userId, MsgBody: elements } = parsed.output
  const text = onlyText(elements)
  const verdict = judge({ roomId, userId, text })
  if (verdict.kind === 'refuse') return ok(refuse(verdict.reason))
  return ok(verdict.text === text ? allow() : rewrite(verdict.text))
}

function onlyText(elements: v.InferOutput<typeof beforeSend>['MsgBody']): string | null {
  const [element, ...others] = elements
  if (element?.MsgType !== TEXT || others.length > 0) return null
  const content = v.safeParse(textContent, element.MsgContent)
  return content.success ? content.output.Text : null
}

const allow = (): object => ({ ActionStatus: 'OK', ErrorCode: ALLOWED, ErrorInfo: '' })
const rewrite = (text: string): object => ({
  ...allow(),
  MsgBody: [{ MsgType: TEXT, MsgContent: { Text: text } }],
})
const refuse = (reason: string): object => ({ ActionStatus: 'FAIL', ErrorCode: REFUSED, ErrorInfo: reason })
