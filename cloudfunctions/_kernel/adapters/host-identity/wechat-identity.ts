import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import type { HostIdentity } from '../../ports/host-identity'
import { type AdapterPorts, REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { type AccessTokens, createAccessTokens, withToken } from '../wechat-api/access-token'
import { WECHAT_API_URL } from '../wechat-api/post-json'
import { askPhone } from './wechat-phone'

/** `session_key` is not even parsed: what is not read can not leak. WeChat itself tells no name and no picture. */
const session = v.object({
  openid: v.pipe(v.string(), v.minLength(1)),
  nickname: v.optional(v.string()),
  avatar_url: v.optional(v.string()),
})
const named = v.fallback(v.object({ name: v.string() }), { name: 'unknown' })
const failure = v.object({ errcode: v.number() })
/** Invalid, used or blocked code: the person signs in again. Everything else is between WeChat and us. */
const BAD_CODE: ReadonlySet<number> = new Set([40029, 40163, 40226])

/** Who a WeChat mini-program's `wx.login` code stands for (`auth.code2Session`), and which phone they let us see. */
export function createWeChatIdentity(
  options: WeChatIdentityOptions,
  ports: AdapterPorts,
  tokens: AccessTokens = createAccessTokens(options, ports),
): HostIdentity {
  const unreachable = (facts: Readonly<Record<string, unknown>>) => {
    ports.log.alarm('identity-unreachable', { host: 'weapp', ...facts })
    return err({ code: 'unreachable' } as const)
  }
  return {
    async identify(code) {
      let reply: unknown
      try {
        reply = await ask(code, options)
      } catch (error) {
        // the address carries the app's secret: only the kind of trouble is told
        return unreachable({ trouble: v.parse(named, error).name })
      }
      const parsed = v.safeParse(session, reply)
      if (parsed.success) {
        const { openid, nickname, avatar_url } = parsed.output
        return ok({
          hostUserId: openid,
          ...(nickname !== undefined && { nickname }),
          ...(avatar_url !== undefined && { avatarUrl: avatar_url }),
        })
      }
      const failed = v.safeParse(failure, reply)
      if (!failed.success) return unreachable({ trouble: 'malformed reply' })
      if (BAD_CODE.has(failed.output.errcode)) return err({ code: 'refused' })
      return unreachable({ errcode: failed.output.errcode })
    },

    async readPhone(code) {
      const reply = await withToken(tokens, (token) => askPhone(token, code, options))
      if (!reply.ok) return unreachable({ trouble: String(reply.error.cause) })
      const { errcode, phone } = reply.value
      if (phone !== null) return ok({ phone })
      return BAD_CODE.has(errcode) ? err({ code: 'refused' }) : unreachable({ errcode })
    },
  }
}

async function ask(code: string, options: WeChatIdentityOptions): Promise<unknown> {
  const url = new URL('sns/jscode2session', options.baseUrl ?? WECHAT_API_URL)
  url.search = new URLSearchParams({
    appid: options.appId,
    secret: options.appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  }).toString()
  const signal = AbortSignal.timeout(options.timeoutMs ?? REPLY_TIMEOUT_MS)
  const response = await fetch(url, { signal, redirect: 'error' })
  // the type says text/plain, the body is JSON
  return response.json()
}
