import * as v from 'valibot'
import { ok, type Result } from '@/domain/result'
import { type EpochMs, MINUTE, SECOND } from '@/domain/time'
import type { Unknown } from '../../ports/payment-gateway'
import { notKnown } from '../wallets/unknown-outcome'
import { type AdapterPorts, REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { postJson, WECHAT_API_URL } from './post-json'

export interface AccessTokens {
  /** The token that WeChat's server API wants, asked for once and kept while it lasts. */
  current(): Promise<Result<string, Unknown>>
  /** WeChat did not take this one: the next call asks again. */
  forget(token: string): void
}

const IS_BAD: ReadonlySet<number> = new Set([40001, 40014, 42001])

/** A token is good for five minutes at the least when it is handed out; on the way it must not go bad. */
const MARGIN_MS = MINUTE

const granted = v.object({
  access_token: v.pipe(v.string(), v.minLength(1)),
  expires_in: v.pipe(v.number(), v.minValue(1)),
})
const failure = v.fallback(v.object({ errcode: v.number() }), { errcode: 0 })

interface Kept {
  readonly token: string
  readonly expiresAt: EpochMs
}

/** `cgi-bin/stable_token`, which gives every instance the same token instead of making the others' void. */
export function createAccessTokens(
  options: WeChatIdentityOptions,
  { clock, log }: AdapterPorts,
): AccessTokens {
  let kept: Kept | null = null
  let asking: Promise<Result<string, Unknown>> | null = null

  async function ask(): Promise<Result<string, Unknown>> {
    const askedAt = clock.now()
    const reply = await postJson(
      new URL('cgi-bin/stable_token', options.baseUrl ?? WECHAT_API_URL),
      { grant_type: 'client_credential', appid: options.appId, secret: options.appSecret },
      options.timeoutMs ?? REPLY_TIMEOUT_MS,
    )
    if (!reply.ok) return reply
    const parsed = v.safeParse(granted, reply.value)
    if (!parsed.success) {
      const { errcode } = v.parse(failure, reply.value)
      // a wrong secret, or an address of ours that is not on WeChat's list: it will not get better by itself
      log.alarm('access-token-refused', { host: 'weapp', errcode })
      return notKnown(`No access token: ${errcode}`)
    }
    const { access_token: token, expires_in } = parsed.output
    kept = { token, expiresAt: askedAt + expires_in * SECOND - MARGIN_MS }
    return ok(token)
  }

  return {
    async current() {
      if (kept !== null && clock.now() < kept.expiresAt) return ok(kept.token)
      // many may ask at once: one question answers them all
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    forget(token) {
      if (kept?.token === token) kept = null
    },
  }
}

/** Asks once more with a new token when WeChat does not take the one that was kept. */
export async function withToken<Reply extends { readonly errcode: number }>(
  tokens: AccessTokens,
  ask: (token: string) => Promise<Result<Reply, Unknown>>,
): Promise<Result<Reply, Unknown>> {
  const first = await tokens.current()
  if (!first.ok) return first
  const reply = await ask(first.value)
  if (!reply.ok || !IS_BAD.has(reply.value.errcode)) return reply
  tokens.forget(first.value)
  const second = await tokens.current()
  if (!second.ok) return second
  const again = await ask(second.value)
  return again.ok && IS_BAD.has(again.value.errcode)
    ? notKnown(`Token is refused: ${again.value.errcode}`)
    : again
}
