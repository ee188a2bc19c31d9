import { err, ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import { notKnown, unknownOutcome } from '../wallets/unknown-outcome'

export const WECHAT_API_URL = 'https://api.weixin.qq.com/'

/** Asks WeChat's server API. Its address may carry a token and its reply one: neither becomes part of a cause. */
export async function postJson(url: URL, body: object, timeoutMs: number): Promise<Result<unknown, Unknown>> {
  let text: string
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    text = await response.text()
  } catch (error) {
    return err(unknownOutcome(error))
  }
  try {
    return ok(JSON.parse(text))
  } catch {
    // the parser's own words quote what it read
    return notKnown('Reply is not JSON')
  }
}
