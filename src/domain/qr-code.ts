import { divisorOf, remainderOf } from './qr-error-correction'

/**
 * A QR code (ISO/IEC 18004) of a text: byte mode, error correction M, versions 1 to 20, which is what a link of this
 * product takes. Rows of modules, true is dark; the quiet zone of four modules around it is the caller's.
 */
export type QrCode = readonly (readonly boolean[])[]

const MAX_VERSION = 20
/** Per version, from 1: error correction codewords of a block, and blocks. */
const EC_CODEWORDS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
const LEVEL_M = 0
const MODE_BYTE = 4
const PADDING = [0xec, 0x11]

const sizeOf = (version: number): number => version * 4 + 17
/** Column of a table that begins with version 1. */
const at = (table: readonly number[], index: number): number => table[index] ?? 0

function alignmentsOf(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = sizeOf(version) - 7
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)]
}

/** Codewords that a version holds, data and error correction together. */
function codewordsOf(version: number): number {
  const alignments = alignmentsOf(version).length
  const modules =
    (16 * version + 128) * version +
    64 -
    (version < 2 ? 0 : (25 * alignments - 10) * alignments - 55) -
    (version < 7 ? 0 : 36)
  return Math.floor(modules / 8)
}

const dataCodewordsOf = (version: number): number =>
  codewordsOf(version) - at(EC_CODEWORDS, version - 1) * at(BLOCKS, version - 1)

const lengthBitsOf = (version: number): number => (version < 10 ? 8 : 16)

/** The code of `text`, or null when it is too long for one. */
export function encodeQr(text: string): QrCode | null {
  const bytes = utf8(text)
  const version = smallestVersion(bytes.length)
  if (version === null) return null
  const canvas = new Canvas(version)
  canvas.drawFunctionPatterns()
  canvas.drawCodewords(interleave(version, dataCodewords(version, bytes)))
  return canvas.withBestMask()
}

function smallestVersion(length: number): number | null {
  for (let version = 1; version <= MAX_VERSION; version += 1)
    if (dataCodewordsOf(version) * 8 >= 4 + lengthBitsOf(version) + length * 8) return version
  return null
}

/** Hosts of mini-programs have no TextEncoder. */
function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let index = 0; index < escaped.length; index += 1) {
    const isEscape = escaped[index] === '%'
    bytes.push(isEscape ? parseInt(escaped.slice(index + 1, index + 3), 16) : escaped.charCodeAt(index))
    if (isEscape) index += 2
  }
  return bytes
}

function dataCodewords(version: number, bytes: readonly number[]): readonly number[] {
  const bits: number[] = []
  const push = (value: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1)
  }
  push(MODE_BYTE, 4)
  push(bytes.length, lengthBitsOf(version))
  for (const byte of bytes) push(byte, 8)
  const capacity = dataCodewordsOf(version)
  push(0, Math.min(4, capacity * 8 - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const codewords = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  for (let index = 0; codewords.length < capacity; index += 1) codewords.push(at(PADDING, index % 2))
  return codewords
}

/** Long blocks come last; codewords of all blocks take turns, data before error correction. */
function interleave(version: number, data: readonly number[]): readonly number[] {
  const [count, ecLength] = [at(BLOCKS, version - 1), at(EC_CODEWORDS, version - 1)]
  const shortLength = Math.floor(data.length / count)
  const shortBlocks = count - (data.length % count)
  const divisor = divisorOf(ecLength)
  let start = 0
  const blocks = Array.from({ length: count }, (_, index) => {
    const end = start + shortLength + (index < shortBlocks ? 0 : 1)
    const block = data.slice(start, end)
    start = end
    return { block, ec: remainderOf(block, divisor) }
  })
  const turns = (
    length: number,
    part: (index: number) => readonly (number | undefined)[],
  ): readonly number[] =>
    Array.from({ length }, (_, index) => part(index))
      .flat()
      .filter((codeword) => codeword !== undefined)
  return [
    ...turns(shortLength + 1, (index) => blocks.map(({ block }) => block[index])),
    ...turns(ecLength, (index) => blocks.map(({ ec }) => ec[index])),
  ]
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Its centre, and how many rings are around it. */
interface Square {
  readonly x: number
  readonly y: number
  readonly reach: number
}

class Canvas {
  readonly #size: number
  /** Row by row. */
  readonly #dark: boolean[]
  /** Modules that are not data: no mask touches them. */
  readonly #isFixed: boolean[]

  constructor(readonly version: number) {
    this.#size = sizeOf(version)
    const blank = (): boolean[] => Array.from({ length: this.#size * this.#size }, () => false)
    this.#dark = blank()
    this.#isFixed = blank()
  }

  drawFunctionPatterns(): void {
    const [size, alignments] = [this.#size, alignmentsOf(this.version)]
    for (let place = 0; place < size; place += 1) {
      this.#fix(6, place, place % 2 === 0)
      this.#fix(place, 6, place % 2 === 0)
    }
    for (const [x, y] of [
      [3, 3],
      [size - 4, 3],
      [3, size - 4],
    ] as const)
      this.#drawSquare({ x, y, reach: 4 }, (ring) => ring !== 2 && ring !== 4)
    const last = alignments[alignments.length - 1]
    for (const y of alignments)
      for (const x of alignments) {
        const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)
        if (!isCorner) this.#drawSquare({ x, y, reach: 2 }, (ring) => ring !== 1)
      }
    this.#drawFormat(0)
    if (this.version >= 7) this.#drawVersion()
  }

  drawCodewords(codewords: readonly number[]): void {
    let bit = 0
    for (const place of this.#placesInOrder()) {
      if (this.#isFixed[place] === true) continue
      this.#dark[place] = ((at(codewords, bit >>> 3) >>> (7 - (bit & 7))) & 1) === 1
      bit += 1
    }
  }

  /** Two columns at a time from the right, up and down in turns. */
  *#placesInOrder(): Generator<number> {
    for (let right = this.#size - 1; right >= 1; right -= 2) {
      // the timing column belongs to nobody
      const column = right <= 6 ? right - 1 : right
      const isUp = ((column + 1) & 2) === 0
      for (let step = 0; step < this.#size; step += 1) {
        const row = (isUp ? this.#size - 1 - step : step) * this.#size
        yield row + column
        yield row + column - 1
      }
    }
  }

  withBestMask(): QrCode {
    const tried = MASKS.map((isFlipped, mask) => {
      this.#drawFormat(mask)
      const code = this.#masked(isFlipped)
      return { code, penalty: penaltyOf(code) }
    })
    return tried.reduce((best, next) => (next.penalty < best.penalty ? next : best)).code
  }

  #masked(isFlipped: (x: number, y: number) => boolean): QrCode {
    const places = Array.from({ length: this.#size }, (_, place) => place)
    return places.map((y) =>
      places.map((x) => {
        const place = y * this.#size + x
        const isDark = this.#dark[place] === true
        return this.#isFixed[place] === true ? isDark : isDark !== isFlipped(x, y)
      }),
    )
  }

  #drawSquare({ x, y, reach }: Square, isDark: (ring: number) => boolean): void {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        this.#fix(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
  }

  #drawFormat(mask: number): void {
    const data = (LEVEL_M << 3) | mask
    const bits = ((data << 10) | checkOf(data, 10, 0x537)) ^ 0x5412
    const isDark = (bit: number): boolean => ((bits >>> bit) & 1) === 1
    const size = this.#size
    for (let bit = 0; bit <= 5; bit += 1) this.#fix(8, bit, isDark(bit))
    this.#fix(8, 7, isDark(6))
    this.#fix(8, 8, isDark(7))
    this.#fix(7, 8, isDark(8))
    for (let bit = 9; bit < 15; bit += 1) this.#fix(14 - bit, 8, isDark(bit))
    for (let bit = 0; bit < 8; bit += 1) this.#fix(size - 1 - bit, 8, isDark(bit))
    for (let bit = 8; bit < 15; bit += 1) this.#fix(8, size - 15 + bit, isDark(bit))
    this.#fix(8, size - 8, true)
  }

  #drawVersion(): void {
    const bits = (this.version << 12) | checkOf(this.version, 12, 0x1f25)
    for (let bit = 0; bit < 18; bit += 1) {
      const [far, near] = [this.#size - 11 + (bit % 3), Math.floor(bit / 3)]
      const isDark = ((bits >>> bit) & 1) === 1
      this.#fix(far, near, isDark)
      this.#fix(near, far, isDark)
    }
  }

  /** What hangs over the edge, as the white around a finder does, is not there. */
  #fix(x: number, y: number, isDark: boolean): void {
    if (Math.min(x, y) < 0 || Math.max(x, y) >= this.#size) return
    this.#isFixed[y * this.#size + x] = true
    this.#dark[y * this.#size + x] = isDark
  }
}

/** The BCH remainder that protects format and version. */
function checkOf(data: number, bits: number, generator: number): number {
  let remainder = data
  for (let turn = 0; turn < bits; turn += 1)
    remainder = (remainder << 1) ^ ((remainder >>> (bits - 1)) * generator)
  return remainder
}

/** How hard a mask is to read: long runs, blocks, what looks like a finder, and too much of one colour. */
function penaltyOf(code: QrCode): number {
  const rows = code.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''))
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''))
  const lines = [...rows, ...columns]
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
  const finders = lines.flatMap((line) => line.match(/(?=10111010000|00001011101)/g) ?? [])
  const blocks = rows.flatMap((row, y) =>
    [...row].filter((module, x) => {
      const below = rows[y + 1] ?? ''
      return module === row[x + 1] && module === below[x] && module === below[x + 1]
    }),
  )
  const all = rows.join('')
  const share = (all.replace(/0/g, '').length * 20) / all.length
  const imbalance = Math.ceil(Math.abs(share - 10)) - 1
  return (
    runs.reduce((sum, run) => sum + run.length - 2, 0) +
    blocks.length * 3 +
    finders.length * 40 +
    Math.max(0, imbalance) * 10
  )
}
