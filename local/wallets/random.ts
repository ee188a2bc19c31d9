import { randomBytes } from 'node:crypto'

/** `size` random bytes; tests give their own. */
export type RandomBytes = (size: number) => Uint8Array

export const systemRandom: RandomBytes = (size) => randomBytes(size)

export const randomHex = (random: RandomBytes, length: number): string =>
  Buffer.from(random(Math.ceil(length / 2)))
    .toString('hex')
    .slice(0, length)

export const randomDigits = (random: RandomBytes, length: number): string =>
  Array.from(random(length), (byte) => byte % 10).join('')
