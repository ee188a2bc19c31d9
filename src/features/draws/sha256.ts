import type { Sha256 } from '@/domain/draw'

/*
 * SHA-256 (FIPS 180-4) in plain JavaScript: mini-programs bring no Web Crypto, and whoever checks a draw should not
 * have to ask the very server that drew it.
 */
const WORDS_OF_BLOCK = 16
const ROUNDS = 64

/** The first 32 bits of the fractional parts of the square (or cube) roots of the first primes. */
function rootBits(count: number, exponent: number): readonly number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes.map((prime) => {
    const root = prime ** exponent
    return ((root - Math.floor(root)) * 2 ** 32) | 0
  })
}
const INITIAL = rootBits(8, 1 / 2)
const CONSTANTS = rootBits(ROUNDS, 1 / 3)

const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by))

/** UTF-8 bytes of a text. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let index = 0; index < escaped.length; index += 1)
    if (escaped.charAt(index) === '%') {
      bytes.push(Number.parseInt(escaped.slice(index + 1, index + 3), 16))
      index += 2
    } else bytes.push(escaped.charCodeAt(index))
  return bytes
}

/** The message as 32-bit words, padded to whole blocks with its length at the end. */
function wordsOf(bytes: readonly number[]): number[] {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1
  const words = new Array<number>(blocks * WORDS_OF_BLOCK).fill(0)
  const put = (index: number, byte: number): void => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8))
  }
  bytes.forEach((byte, index) => put(index, byte))
  put(bytes.length, 0x80)
  words[words.length - 2] = Math.floor((bytes.length * 8) / 2 ** 32)
  words[words.length - 1] = (bytes.length * 8) | 0
  return words
}

function schedule(block: readonly number[]): readonly number[] {
  const w = [...block]
  const at = (index: number): number => w[index] ?? 0
  for (let t = WORDS_OF_BLOCK; t < ROUNDS; t += 1) {
    const [a, b] = [at(t - 15), at(t - 2)]
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    w.push((at(t - 16) + s0 + at(t - 7) + s1) | 0)
  }
  return w
}

function digestBlock(hash: readonly number[], block: readonly number[]): readonly number[] {
  const w = schedule(block)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let t = 0; t < ROUNDS; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const one = (h + s1 + choice + (CONSTANTS[t] ?? 0) + (w[t] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + s0 + majority) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + (hash[index] ?? 0)) | 0)
}

export const sha256: Sha256 = (text) => {
  const words = wordsOf(bytesOf(text))
  let hash: readonly number[] = INITIAL
  for (let start = 0; start < words.length; start += WORDS_OF_BLOCK)
    hash = digestBlock(hash, words.slice(start, start + WORDS_OF_BLOCK))
  return hash.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('')
}
