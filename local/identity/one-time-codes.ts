import { type EpochMs, MINUTE } from '@/domain/time'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'
import { randomHex, type RandomBytes } from '../wallets/random'
import type { Persona } from './personas'

const LIFE_MS = 5 * MINUTE

export interface OneTimeCodes {
  issue(persona: Persona): string
  /** Who the code stands for, at the host it was made for; it is good once, for five minutes. */
  take(host: Persona['host'], code: string): Persona | 'unknown' | 'used'
}

interface Issued {
  readonly persona: Persona
  readonly expiresAt: EpochMs
  readonly isUsed: boolean
}

export function createOneTimeCodes(clock: Clock, random: RandomBytes): OneTimeCodes {
  const codes = new Map<string, Issued>()
  const forgetOld = (now: EpochMs): void => {
    for (const [code, { expiresAt }] of codes) if (now >= expiresAt) codes.delete(code)
  }
  return {
    issue(persona) {
      const now = clock.now()
      forgetOld(now)
      const code = randomHex(random, 32)
      codes.set(code, { persona, expiresAt: now + LIFE_MS, isUsed: false })
      return code
    },
    take(host, code) {
      const issued = codes.get(code)
      if (issued === undefined || clock.now() >= issued.expiresAt) return 'unknown'
      if (issued.persona.host !== host) return 'unknown'
      if (issued.isUsed) return 'used'
      codes.set(code, { ...issued, isUsed: true })
      return issued.persona
    },
  }
}
