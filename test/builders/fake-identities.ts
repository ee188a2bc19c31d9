import type { Host } from '@/contracts/schemas'
import { err, ok } from '@/domain/result'
import type { HostIdentity } from '../../cloudfunctions/_kernel/ports/host-identity'

/**
 * Hosts for which the code `code-mei` means the person `mei`, and `phone-13800138000` that phone; `code-` alone is
 * refused, `down` is no answer.
 */
export function fakeIdentities(): Readonly<Record<Host, HostIdentity>> {
  return { weapp: identity('weapp'), alipay: identity('alipay'), h5: identity('h5') }
}

const identity = (host: Host): HostIdentity => ({
  async identify(code) {
    if (code === 'down') return err({ code: 'unreachable' })
    const [, name] = /^code-(\w+)$/.exec(code) ?? []
    return name === undefined
      ? err({ code: 'refused' })
      : ok({ hostUserId: `${host}-${name}`, nickname: name })
  },
  async readPhone(code) {
    if (code === 'down') return err({ code: 'unreachable' })
    const [, number] = /^phone-(\d+)$/.exec(code) ?? []
    return number === undefined ? err({ code: 'refused' }) : ok({ phone: `+86${number}` })
  },
})
