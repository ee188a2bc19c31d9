import * as v from 'valibot'
import type { RoomId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { AppCodes } from '../../ports/app-codes'
import type { Unknown } from '../../ports/payment-gateway'
import { notKnown, unknownOutcome } from '../wallets/unknown-outcome'
import { type AdapterPorts, REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { type AccessTokens, withToken } from '../wechat-api/access-token'
import { WECHAT_API_URL } from '../wechat-api/post-json'

// 获取不限制的小程序码, wxacode.getUnlimited: a scene of 32 characters, and a page without a query.

const WIDTH_PX = 430
const PAGE = 'packages/live/room/index'
const failure = v.object({ errcode: v.number() })

type Drawn = { readonly errcode: 0; readonly picture: Buffer } | { readonly errcode: number }

export function createWeChatCodes(
  options: WeChatIdentityOptions,
  { log }: AdapterPorts,
  tokens: AccessTokens,
): AppCodes {
  return {
    async draw(roomId) {
      const reply = await withToken(tokens, (token) => ask(token, roomId, options))
      if (!reply.ok) return reply
      if ('picture' in reply.value) return ok(reply.value.picture)
      const { errcode } = reply.value
      log.warn('app-code-refused', { host: 'weapp', errcode })
      return err({ code: 'refused', reason: String(errcode) })
    },
  }
}

async function ask(
  token: string,
  roomId: RoomId,
  { baseUrl = WECHAT_API_URL, timeoutMs = REPLY_TIMEOUT_MS }: WeChatIdentityOptions,
): Promise<Result<Drawn, Unknown>> {
  const url = new URL('wxa/getwxacodeunlimit', baseUrl)
  url.searchParams.set('access_token', token)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scene: roomId, page: PAGE, check_path: false, width: WIDTH_PX }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    return readReply(Buffer.from(await response.arrayBuffer()))
  } catch (error) {
    return err(unknownOutcome(error))
  }
}

/** A picture, or a refusal in JSON; the declared type says either for both. */
function readReply(bytes: Buffer): Result<Drawn, Unknown> {
  if (bytes[0] !== 0x7b)
    return bytes.length > 0 ? ok({ errcode: 0, picture: bytes }) : notKnown('Reply is empty')
  try {
    const parsed = v.safeParse(failure, JSON.parse(bytes.toString()))
    return parsed.success ? ok({ errcode: parsed.output.errcode }) : notKnown('Reply is malformed')
  } catch {
    return notKnown('Reply is not JSON')
  }
}
