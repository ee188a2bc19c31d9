import * as v from 'valibot'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { personas } from '../identity/personas'
import type { Message, MessageBox } from './message-box'
import { startTemplates } from './start-templates'

const values = v.record(v.string(), v.object({ value: v.pipe(v.string(), v.minLength(1)) }))
const wechatRequest = v.object({
  touser: v.string(),
  template_id: v.string(),
  page: v.string(),
  data: values,
})
const alipayRequest = v.object({
  to_open_id: v.string(),
  user_template_id: v.string(),
  page: v.string(),
  data: v.pipe(v.string(), v.parseJson(), values),
})

/** What is wrong with a message, in words of our own; each host has its own number or name for it. */
export type MessageRefusal = 'malformed' | 'nobody' | 'template'

interface Office {
  readonly messages: MessageBox
  readonly clock: Clock
}

/** `subscribeMessage.send` of WeChat. */
export function takeWeChatMessage(office: Office, body: unknown): MessageRefusal | null {
  const parsed = v.safeParse(wechatRequest, body)
  if (!parsed.success) return 'malformed'
  const { touser: to, template_id: templateId, page, data } = parsed.output
  return take(office, { host: 'weapp', to, templateId, page, data })
}

/** `alipay.open.app.mini.templatemessage.send`. */
export function takeAlipayMessage(office: Office, content: unknown): MessageRefusal | null {
  const parsed = v.safeParse(alipayRequest, content)
  if (!parsed.success) return 'malformed'
  const { to_open_id: to, user_template_id: templateId, page, data } = parsed.output
  return take(office, { host: 'alipay', to, templateId, page, data })
}

function take({ messages, clock }: Office, message: Omit<Message, 'at'>): MessageRefusal | null {
  const { host, to, templateId, data } = message
  if (!personas.some((one) => one.host === host && one.hostUserId === to)) return 'nobody'
  const template = startTemplates[host]
  const hasGaps = Object.keys(template.gaps).every((gap) => gap in data)
  if (templateId !== template.id) return 'template'
  if (!hasGaps) return 'malformed'
  void messages.put({ ...message, at: clock.now() })
  return null
}
