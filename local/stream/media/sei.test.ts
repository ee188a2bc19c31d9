import fc from 'fast-check'
import { AVC_CONFIG, nal } from '../../../test/builders/tiny-flv'
import { CLOCK_UUID, readClock, withClock } from './sei'

describe('clock messages', () => {
  const picture = nal(5, 1, 2, 3)

  it('gives back the server time that was put in', () => {
    expect(readClock(withClock(picture, AVC_CONFIG, 1_700_000_000_123), AVC_CONFIG)).toBe(1_700_000_000_123)
  })

  it('finds none in an ordinary picture', () => {
    expect(readClock(picture, AVC_CONFIG)).toBeNull()
  })

  it('goes behind delimiter and parameter sets and before the slices', () => {
    const headers = Buffer.concat([nal(9, 0xf0), nal(7, 1), nal(8, 2)])
    const stamped = withClock(Buffer.concat([headers, picture]), AVC_CONFIG, 1)
    expect(stamped.subarray(0, headers.length)).toEqual(headers)
    expect(stamped[headers.length + 4]).toBe(6)
    expect(stamped.subarray(-picture.length)).toEqual(picture)
  })

  it('is a message of type 5 with our name and JSON', () => {
    const stamped = withClock(picture, AVC_CONFIG, 42)
    expect(stamped[5]).toBe(5)
    expect(stamped.subarray(7, 23)).toEqual(CLOCK_UUID)
    expect(stamped.toString('utf8', 23, 31)).toBe('{"t":42}')
  })

  it('writes lengths of the size that the stream uses', () => {
    const shortLengths = Buffer.from(AVC_CONFIG)
    shortLengths[4] = 0xfd
    const stamped = withClock(Buffer.from([0, 2, 5, 1]), shortLengths, 7)
    expect(stamped.readUInt16BE(0)).toBe(stamped.length - 2 - 4)
    expect(readClock(stamped, shortLengths)).toBe(7)
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (any) => {
        readClock(Buffer.from(any), AVC_CONFIG)
        expect(withClock(Buffer.from(any), AVC_CONFIG, 1).length).toBeGreaterThan(any.length)
      }),
    )
  })
})
