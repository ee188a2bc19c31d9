import { Hono } from 'hono'
import { findPersona, personas } from '../identity/personas'
import { refuseProduction } from '../wallets/refuse-production'
import type { Message, MessageBox } from './message-box'

/** `/sandbox/inbox`: the messages that WeChat and Alipay would show, for people and for tests. */
export function createInbox(messages: MessageBox): Hono {
  refuseProduction('The inbox')
  const routes = new Hono()
  routes.get('/', (context) => {
    const key = context.req.query('as')
    const person = key === undefined ? null : findPersona(key)
    const shown = messages.all().filter(({ to }) => key === undefined || to === person?.hostUserId)
    if (!context.req.header('accept')?.includes('text/html'))
      return context.json({ messages: shown.map(present) })
    return context.html(page([...shown].reverse()))
  })
  return routes
}

const personOf = (message: Message) => personas.find(({ hostUserId }) => hostUserId === message.to)

const present = (message: Message) => ({ ...message, to: personOf(message)?.key ?? null })

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const HOSTS = { weapp: '微信', alipay: '支付宝' } as const

function card(message: Message): string {
  const person = personOf(message)
  const lines = Object.values(message.data).map(({ value }) => `<p>${escapeHtml(value)}</p>`)
  const link = `/?as=${person?.key ?? ''}#/${message.page}`
  return `<li><h2>${HOSTS[message.host]} · ${escapeHtml(person?.nickname ?? '')}</h2>${lines.join('')}
<a href="${escapeHtml(link)}">进入小程序查看</a></li>`
}

const page = (messages: readonly Message[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>沙箱收件箱</title><style>
body{max-width:480px;margin:0 auto;padding:16px;font:16px/1.5 system-ui;background:#f2f3f5;color:#14161a}
ul{padding:0;list-style:none}li{margin:12px 0;padding:16px;border-radius:12px;background:#fff}
h2{margin:0 0 8px;font-size:14px;color:#5b616e}p{margin:0}a{display:block;margin-top:12px;color:#1a5fb4}
@media(prefers-color-scheme:dark){body{background:#111318;color:#eef0f4}li{background:#1c1f26}h2{color:#a9b0bd}a{color:#8ab4f8}}
</style></head><body><h1>沙箱收件箱</h1>
${messages.length === 0 ? '<p>还没有消息</p>' : `<ul>${messages.map(card).join('')}</ul>`}
</body></html>`
