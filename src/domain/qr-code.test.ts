import jsQR from 'jsqr'
import { encodeQr, type QrCode } from './qr-code'

const QUIET = 4
const SCALE = 3

/** As a camera would see it: black on white, each module a few pixels wide. */
function decode(code: QrCode): string | undefined {
  const size = (code.length + QUIET * 2) * SCALE
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const isDark = code[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET] === true
      if (isDark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  return jsQR(pixels, size, size)?.data
}
const ofLength = (length: number): string =>
  Array.from({ length }, (_, index) => 'abcdefghij0123456789'[(index * 7) % 20]).join('')

it.each(['https://shop.example/r/r_orchard0000000000001?t=eyJyb29tIjoi', '同场 · 云岭果园 🍊', '', 'A'])(
  'an independent reader reads “%s”',
  (text) => {
    const code = encodeQr(text)
    expect(code && decode(code)).toBe(text)
  },
)

// the longest text of each version, and one more: every version with its blocks, alignments and version marks
const CAPACITIES = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
]
it.each(CAPACITIES.map((capacity, index) => [index + 1, capacity] as const))(
  'version %d takes %d characters and is read',
  (version, capacity) => {
    const code = encodeQr(ofLength(capacity))
    expect(code).toHaveLength(version * 4 + 17)
    expect(code && decode(code)).toBe(ofLength(capacity))
    expect(encodeQr(ofLength(capacity + 1))?.length).toBe(version === 20 ? undefined : version * 4 + 21)
  },
)

it('takes no text that is longer than any link', () => {
  expect(encodeQr(ofLength(667))).toBeNull()
})
