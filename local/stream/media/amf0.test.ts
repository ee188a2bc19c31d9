import fc from 'fast-check'
import { decodeAmf0, encodeAmf0 } from './amf0'

const scalar = fc.oneof(
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.string({ maxLength: 20 }),
  fc.constant(null),
)
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(fc.string({ minLength: 1 }), scalar),
)

describe('amf0', () => {
  it('gives back the values that were encoded', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        expect(decodeAmf0(encodeAmf0(...values))).toEqual(values.map(plain))
      }),
    )
  })

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeAmf0(Buffer.from(bytes))))
  })

  it('stops at the first malformed value and keeps those before it', () => {
    const whole = encodeAmf0('connect', 1)
    expect(decodeAmf0(Buffer.concat([whole, Buffer.from([0xff, 1, 2])]))).toEqual(['connect', 1])
    expect(decodeAmf0(whole.subarray(0, -1))).toEqual(['connect'])
  })

  it('takes __proto__ for an ordinary key', () => {
    const body = Buffer.concat([
      Buffer.from([3, 0, 9]),
      Buffer.from('__proto__'),
      encodeAmf0('x'),
      Buffer.from([0, 0, 9]),
    ])
    const [read] = decodeAmf0(body)
    expect(Object.keys(read ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  it('refuses to nest without end', () => {
    const deep = Buffer.concat(Array.from({ length: 50 }, () => Buffer.from([10, 0, 0, 0, 1])))
    expect(decodeAmf0(Buffer.concat([deep, encodeAmf0(null)]))).toEqual([])
  })

  it('refuses an array longer than its bytes could be', () => {
    expect(decodeAmf0(Buffer.from([10, 0xff, 0xff, 0xff, 0xff]))).toEqual([])
  })
})

/** JSON drops what AMF cannot tell apart either: the missing prototype of generated dictionaries. */
function plain(input: unknown): unknown {
  return input !== null && typeof input === 'object' && !Array.isArray(input) ? { ...input } : input
}
