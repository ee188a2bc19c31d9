import { err, ok } from '@/domain/result'
import type { PhoneProof } from '../ports/phone-proof'
import { askSandbox } from './ask-sandbox'
import { readPersona } from './persona'

const persona = readPersona()

/** A browser vouches for no phone; the host of a persona does, without a window that asks. */
export const phoneProof: PhoneProof =
  persona === null
    ? { kind: 'none' }
    : {
        kind: 'call',
        async ask() {
          const given = await askSandbox('phone-code', persona)
          return given.ok ? ok(given.value.code) : err('unavailable')
        },
      }
