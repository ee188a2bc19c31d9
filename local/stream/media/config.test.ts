import fc from 'fast-check'
import { AAC_CONFIG, AVC_CONFIG } from '../../../test/builders/tiny-flv'
import { readAacConfig } from './aac'
import { nalLengthSize, readAvcConfig } from './avc'

const bytes = fc.uint8Array({ maxLength: 120 }).map((array) => Buffer.from(array))

describe('readAvcConfig', () => {
  it('reads the picture size out of the SPS', () => {
    expect(readAvcConfig(AVC_CONFIG)).toEqual({ avcC: AVC_CONFIG, width: 540, height: 960 })
    expect(nalLengthSize(AVC_CONFIG)).toBe(4)
  })

  it('reads high profile, with its chroma fields and cropping', () => {
    // x264, high profile, 1920 × 1080: 68 macroblock rows cut to 1080 lines
    const avcC = Buffer.from('01640028ffe1001967640028acd940780227e5c05a8080', 'hex')
    const sps = Buffer.from('67640028acd940780227e5c05a808080a0000003002000000781e30632c0', 'hex')
    const head = Buffer.from([1, 0x64, 0, 0x28, 0xff, 0xe1, 0, sps.length])
    expect(readAvcConfig(avcC)).toBeNull()
    expect(readAvcConfig(Buffer.concat([head, sps]))).toMatchObject({ width: 1920, height: 1080 })
  })

  it('refuses what is no configuration', () => {
    expect(readAvcConfig(Buffer.alloc(0))).toBeNull()
    expect(readAvcConfig(AVC_CONFIG.subarray(0, 12))).toBeNull()
    expect(readAvcConfig(Buffer.concat([Buffer.from([2]), AVC_CONFIG.subarray(1)]))).toBeNull()
  })

  it('survives any bytes after a plausible beginning', () => {
    fc.assert(
      fc.property(bytes, (tail) => {
        const head = Buffer.from([1, 100, 0, 31, 0xff, 0xe1, 0, tail.length, 0x67])
        const config = readAvcConfig(Buffer.concat([head, tail]))
        if (config) expect(config.width * config.height).toBeGreaterThan(0)
      }),
    )
  })
})

describe('readAacConfig', () => {
  it('reads rate and channels', () => {
    expect(readAacConfig(AAC_CONFIG)).toEqual({ asc: AAC_CONFIG, sampleRate: 48000, channels: 2 })
    expect(readAacConfig(Buffer.from('1208', 'hex'))).toMatchObject({ sampleRate: 44100, channels: 1 })
  })

  it('reads a rate that is written out', () => {
    // object type 2, rate index 15, 24 bits of 37800, 1 channel
    expect(readAacConfig(Buffer.from([0x17, 0x80, 0x49, 0xd4, 0x08]))).toMatchObject({
      sampleRate: 37800,
      channels: 1,
    })
  })

  it.each([
    ['nothing', ''],
    ['one byte', '11'],
    ['no channels', '1180'],
    ['an unknown rate', '1690'],
    ['no object type', '0190'],
  ])('refuses %s', (_case, hex) => {
    expect(readAacConfig(Buffer.from(hex, 'hex'))).toBeNull()
  })

  it('survives any bytes', () => {
    fc.assert(fc.property(bytes, (any) => void readAacConfig(any)))
  })
})
