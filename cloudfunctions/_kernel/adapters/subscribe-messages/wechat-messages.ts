import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import type { StartNotice, SubscribeMessages } from '../../ports/subscribe-messages'
import { type AdapterPorts, REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { notKnown } from '../wallets/unknown-outcome'
import { type AccessTokens, withToken } from '../wechat-api/access-token'
import { postJson, WECHAT_API_URL } from '../wechat-api/post-json'
import { notHeard } from './never-left'
import { fillTemplate, type MessageTemplate, roomPage } from './template'

// 订阅消息, subscribeMessage.send. Its numbers and limits are from there.

const LONGEST_THING = 20
/** The person took it back, or used it up; or is nobody. */
const REFUSED: ReadonlySet<number> = new Set([43101, 40003])
/** Busy, asked too often, or just telling the same person something else. */
const NOT_NOW: ReadonlySet<number> = new Set([-1, 43108, 45009, 45011])

const answer = v.object({ errcode: v.number() })

export interface WeChatMessagesOptions extends WeChatIdentityOptions {
  readonly template: MessageTemplate
}

export function createWeChatMessages(
  options: WeChatMessagesOptions,
  { log }: AdapterPorts,
  tokens: AccessTokens,
): SubscribeMessages {
  const { template } = options
  return {
    startTemplate: template.id,
    async tellStart(notice) {
      // without a token nothing is sent: that much is known
      const token = await tokens.current()
      if (!token.ok) return err({ code: 'not-now', cause: token.error.cause })
      const reply = await withToken(tokens, (fresh) => send(fresh, notice, options))
      if (!reply.ok) return err(notHeard(reply.error))
      const { errcode } = reply.value
      if (errcode === 0) return ok(undefined)
      if (REFUSED.has(errcode)) return err({ code: 'refused', cause: errcode })
      // the template or its gaps are wrong for everybody: somebody has to look, and until then nobody is told
      if (!NOT_NOW.has(errcode)) log.alarm('start-template-refused', { host: 'weapp', errcode })
      return err({ code: 'not-now', cause: errcode })
    },
  }
}

async function send(token: string, notice: StartNotice, options: WeChatMessagesOptions) {
  const url = new URL('cgi-bin/message/subscribe/send', options.baseUrl ?? WECHAT_API_URL)
  url.searchParams.set('access_token', token)
  const body = {
    touser: notice.to.hostUserId,
    template_id: options.template.id,
    page: roomPage(notice.roomId),
    data: fillTemplate(options.template, notice, LONGEST_THING),
  }
  const reply = await postJson(url, body, options.timeoutMs ?? REPLY_TIMEOUT_MS)
  if (!reply.ok) return reply
  const parsed = v.safeParse(answer, reply.value)
  return parsed.success ? ok(parsed.output) : notKnown('Reply is malformed')
}
