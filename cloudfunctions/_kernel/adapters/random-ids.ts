import { randomBytes } from 'node:crypto'
import { composeId } from '@/domain/ids'
import type { Ids } from '../ports/ids'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Bytes from here on are thrown away: with them the first characters would come up more often. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length)
const LONGEST = 20
const SECRET_BYTES = 32

export const randomIds: Ids = {
  make: (kind, merchant) => composeId(kind, randomText(LONGEST), merchant),
  makeEntryId: () => randomText(LONGEST),
  makeSecret: () => randomBytes(SECRET_BYTES).toString('hex'),
  makeCorrelationId: () => randomText(LONGEST),
}

/** Randomness is fetched for some two hundred ids at once: each fetch costs more than an id. No byte is used twice. */
const FETCHED = 4096
let fetched = randomBytes(FETCHED)
let next = 0

function randomByte(): number {
  if (next === FETCHED) {
    fetched = randomBytes(FETCHED)
    next = 0
  }
  next += 1
  return fetched.readUInt8(next - 1)
}

function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    const byte = randomByte()
    if (byte < FAIR_BYTES) text += ALPHABET.charAt(byte % ALPHABET.length)
  }
  return text
}
