import * as v from 'valibot'
import { err, ok } from '@/domain/result'
import type { HostIdentity } from '../../ports/host-identity'
import type { AlipayClient } from '../alipay/alipay-client'
import type { AdapterPorts, AlipayOptions } from '../wallet-config'
import { openPhone } from './alipay-phone'

/** The access token is not read: it would open the person's data at Alipay, and nothing here needs it. */
const token = v.object({
  openId: v.pipe(v.string(), v.minLength(1)),
  nickName: v.optional(v.string()),
  avatar: v.optional(v.string()),
})
const BAD_CODE: ReadonlySet<string> = new Set(['isv.code-invalid', 'isv.code-is-old'])

/** Who an Alipay mini-program's `my.getAuthCode` code stands for (`alipay.system.oauth.token`), and their phone. */
export function createAlipayIdentity(
  client: AlipayClient,
  options: AlipayOptions,
  log: AdapterPorts['log'],
): HostIdentity {
  const unreachable = (facts: Readonly<Record<string, unknown>>) => {
    log.alarm('identity-unreachable', { host: 'alipay', ...facts })
    return err({ code: 'unreachable' } as const)
  }
  return {
    async identify(code) {
      const reply = await client.call('alipay.system.oauth.token', { grant_type: 'authorization_code', code })
      if (!reply.ok) {
        if (reply.error.code === 'unknown') return unreachable({ trouble: String(reply.error.cause) })
        if (BAD_CODE.has(reply.error.name)) return err({ code: 'refused' })
        return unreachable({ trouble: reply.error.name })
      }
      const parsed = v.safeParse(token, reply.value)
      if (!parsed.success) return unreachable({ trouble: 'malformed reply' })
      const { openId, nickName, avatar } = parsed.output
      return ok({
        hostUserId: openId,
        ...(nickName !== undefined && { nickname: nickName }),
        ...(avatar !== undefined && { avatarUrl: avatar }),
      })
    },

    async readPhone(code) {
      const phone = openPhone(code, options)
      if (phone.ok) return ok({ phone: phone.value })
      return phone.error === 'forged' ? err({ code: 'refused' }) : unreachable(phone.error)
    },
  }
}
