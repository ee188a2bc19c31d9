import fc from 'fast-check'

/** JSON text that no value stands for: numbers too large to be numbers, nesting too deep to be written. */
class Raw {
  constructor(readonly text: string) {}
}

/** As `JSON.stringify` does, but with the raw parts as they are and with names like `__proto__` left in. */
export function toJson(value: unknown): string {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${toJson(part)}`)
  return `{${entries.join(',')}}`
}

const nested = (open: string, close: string, levels: number) =>
  new Raw(`${open.repeat(levels)}1${close.repeat(levels)}`)

export const hostileNumbers = fc.oneof(
  fc.constantFrom(
    ...[0, -1, 1, 0.1, -0.5, 2 ** 15, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53],
    ...[-(2 ** 53), 2 ** 63, 8.64e15, 8.64e15 + 1, 253_402_300_800_000, Number.MAX_VALUE, Number.MIN_VALUE],
  ),
  fc
    .constantFrom('-0', '1e400', '-1e400', '9223372036854775807', '0.30000000000000004')
    .map((text) => new Raw(text)),
  fc.maxSafeInteger(),
  fc.double(),
)

/** Put into a good text, or in its place. */
const BAD_TEXTS = [
  ...['\0', '\ud83d', '\ude00', '\ude00\ud83d', '\ufeff', '\u202e', '\ufffe', '\u2028', '\r\n', '\t', ' '],
  ...["'; drop table orders; --", '%', '_', '\\', '"', '=1+1', '{{', '${', '<script>', '../', 'NaN', '😀'],
]
export const hostileNames = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'id', '', '0', 'a\0b'],
)
export const hostileTexts = fc.oneof(
  fc.constantFrom('\0', 'a\0b', '\ud83d', '\ude00\ud83d'),
  fc.constantFrom(...BAD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
  hostileNames,
)
const longTexts = fc.constantFrom(
  ...[
    'x'.repeat(1_000_000),
    '长'.repeat(400_000),
    ' '.repeat(1_000_000),
    '9'.repeat(100_000),
    'a,'.repeat(50_000),
  ],
  ...['\n'.repeat(200_000), '"'.repeat(100_001), '😀'.repeat(150), 'z'.repeat(2_000_000)],
)
const deep = fc.constantFrom(
  nested('[', ']', 40),
  nested('{"a":', '}', 40),
  nested('[', ']', 400_000),
  nested('{"a":', '}', 100_000),
)

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: hostileNumbers },
    { weight: 4, arbitrary: hostileTexts },
    { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(fc.tuple(hostileNames, tie('value')), { maxLength: 4 }).map(objectOf) },
  ),
}))

/** Object with these names as its own, even `__proto__`. */
export function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const made = {}
  for (const [name, part] of entries)
    Object.defineProperty(made, name, { value: part, enumerable: true, configurable: true, writable: true })
  return made
}

/** Any JSON value that a caller should not have sent, or might have. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 30, arbitrary: value },
  { weight: 1, arbitrary: longTexts },
  { weight: 1, arbitrary: deep },
)
