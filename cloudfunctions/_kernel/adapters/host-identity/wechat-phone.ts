import * as v from 'valibot'
import { ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import { REPLY_TIMEOUT_MS, type WeChatIdentityOptions } from '../wallet-config'
import { postJson, WECHAT_API_URL } from '../wechat-api/post-json'
import { notKnown } from '../wallets/unknown-outcome'
import { phoneText } from './phone-text'

// 获取手机号, getPhoneNumber: the code comes from the person's own button, is good once and for five minutes.

const answer = v.object({
  errcode: v.number(),
  phone_info: v.optional(v.object({ purePhoneNumber: v.string(), countryCode: v.string() })),
})

interface PhoneReply {
  readonly errcode: number
  readonly phone: string | null
}

export async function askPhone(
  token: string,
  code: string,
  options: WeChatIdentityOptions,
): Promise<Result<PhoneReply, Unknown>> {
  const url = new URL('wxa/business/getuserphonenumber', options.baseUrl ?? WECHAT_API_URL)
  url.searchParams.set('access_token', token)
  const reply = await postJson(url, { code }, options.timeoutMs ?? REPLY_TIMEOUT_MS)
  if (!reply.ok) return reply
  const parsed = v.safeParse(answer, reply.value)
  if (!parsed.success) return notKnown('Reply is malformed')
  const { errcode, phone_info: told } = parsed.output
  const phone = told ? phoneText(told.countryCode, told.purePhoneNumber) : null
  return errcode === 0 && phone === null ? notKnown('Reply has no phone') : ok({ errcode, phone })
}
