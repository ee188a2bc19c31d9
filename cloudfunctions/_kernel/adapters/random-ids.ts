import { randomBytes } from 'node:crypto'
import { composeId } from '@/domain/ids'
import type { Ids } from '../ports/ids'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Bytes from here on are thrown away: with them the first characters would come up more often. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length)
const LONGEST = 20

export const randomIds: Ids = {
  make: (kind, merchant) => composeId(kind, randomText(LONGEST), merchant),
  makeCorrelationId: () => randomText(LONGEST),
}

function randomText(length: number): string {
  let text = ''
  while (text.length < length)
    for (const byte of randomBytes(length))
      if (byte < FAIR_BYTES) text += ALPHABET.charAt(byte % ALPHABET.length)
  return text.slice(0, length)
}
