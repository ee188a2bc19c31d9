import { ok } from '@/domain/result'
import type { SignIn } from '../ports/sign-in'
import { askSandbox, type CodeOfHost } from './ask-sandbox'
import { device } from './device'
import { keyValueStore } from './key-value-store'
import { readPersona } from './persona'

function guestCode(): CodeOfHost {
  const known = keyValueStore.get('guest-key')
  const code = known ?? device.randomKey()
  if (known === null) keyValueStore.set('guest-key', code)
  return { host: 'h5', code }
}

export const signIn: SignIn = {
  getCode() {
    const persona = readPersona()
    return persona === null ? Promise.resolve(ok(guestCode())) : askSandbox('code', persona)
  },
}
