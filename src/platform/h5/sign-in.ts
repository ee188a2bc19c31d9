import * as v from 'valibot'
import { host } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'
import type { SignIn, SignInFailure } from '../ports/sign-in'
import { device } from './device'
import { keyValueStore } from './key-value-store'
import { readPersona } from './persona'

const personaCode = v.object({ host, code: v.string() })
type Code = v.InferOutput<typeof personaCode>

async function codeOf(persona: string): Promise<Result<Code, SignInFailure>> {
  try {
    const reply = await window.fetch('/sandbox/identity/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    })
    const parsed = v.safeParse(personaCode, await reply.json())
    return parsed.success ? ok(parsed.output) : err('refused')
  } catch {
    return err('offline')
  }
}

function guestCode(): Code {
  const known = keyValueStore.get('guest-key')
  const code = known ?? device.randomKey()
  if (known === null) keyValueStore.set('guest-key', code)
  return { host: 'h5', code }
}

export const signIn: SignIn = {
  getCode() {
    const persona = readPersona()
    return persona === null ? Promise.resolve(ok(guestCode())) : codeOf(persona)
  },
}
