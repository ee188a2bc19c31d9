import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { merchant } from '../wallets/merchant'
import { randomHex, type RandomBytes } from '../wallets/random'
import { refuseProduction } from '../wallets/refuse-production'
import type { OneTimeCodes } from './one-time-codes'
import { findPersona, type Persona, personas } from './personas'

const failure = (errcode: number, errmsg: string) => ({ errcode, errmsg })
const codeRequest = v.object({ persona: v.string() })

interface IdentityOptions {
  readonly codes: OneTimeCodes
  /** What a host hands to the page of somebody who lets the app see their phone. */
  readonly phoneProof: (persona: Persona) => string
}

/**
 * `/sandbox/identity`: what `wx.login` and `my.getAuthCode` would give to the person this window plays, and what the
 * hosts' phone buttons would.
 */
export function createIdentitySandbox({ codes, phoneProof }: IdentityOptions): Hono {
  refuseProduction('The identity sandbox')
  const routes = new Hono()
  routes.get('/personas', (context) =>
    context.json({ personas: personas.map(({ hostUserId: _, phone: __, ...shown }) => shown) }),
  )
  const give = (codeFor: (persona: Persona) => string) => async (context: Context) => {
    const body: unknown = await context.req.json().catch(() => null)
    const parsed = v.safeParse(codeRequest, body)
    const persona = parsed.success ? findPersona(parsed.output.persona) : null
    if (persona === null) return context.json({ error: 'persona-not-found' }, 404)
    return context.json({ host: persona.host, code: codeFor(persona) })
  }
  routes.post(
    '/code',
    give((persona) => codes.issue(persona)),
  )
  routes.post('/phone-code', give(phoneProof))
  return routes
}

interface WeChatOptions {
  readonly codes: OneTimeCodes
  readonly appSecret: string
  readonly random: RandomBytes
}

/** `/sandbox/wechat`: WeChat's `auth.code2Session`, which also tells the name and picture that the real one keeps. */
export function createWeChatIdentitySandbox({ codes, appSecret, random }: WeChatOptions): Hono {
  refuseProduction('The WeChat identity sandbox')
  const routes = new Hono()
  routes.get('/sns/jscode2session', (context) => {
    const { appid, secret, js_code = '', grant_type } = context.req.query()
    const answer = (): object => {
      if (appid !== merchant.wechatAppId) return failure(40013, 'invalid appid')
      if (secret !== appSecret) return failure(40125, 'invalid appsecret')
      if (grant_type !== 'authorization_code') return failure(40002, 'invalid grant_type')
      const persona = codes.take('weapp', js_code)
      if (persona === 'unknown') return failure(40029, 'invalid code')
      if (persona === 'used') return failure(40163, 'code been used')
      return {
        openid: persona.hostUserId,
        session_key: Buffer.from(randomHex(random, 16)).toString('base64'),
        nickname: persona.nickname,
        avatar_url: persona.avatarUrl,
      }
    }
    // the real one says text/plain too
    return context.text(JSON.stringify(answer()))
  })
  return routes
}
