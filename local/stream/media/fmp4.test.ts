import { AAC_CONFIG, AVC_CONFIG } from '../../../test/builders/tiny-flv'
import { mediaSegment } from './fmp4-fragment'
import { initSegment } from './fmp4-init'

const config = {
  video: { avcC: AVC_CONFIG, width: 540, height: 960 },
  audio: { asc: AAC_CONFIG, sampleRate: 48000, channels: 2 },
}
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf', 'dinf'])

interface Box {
  readonly path: string
  readonly at: number
  readonly body: Buffer
}

/** Lists every box; it throws when sizes do not add up. */
function boxes(bytes: Buffer, path = '', from = 0): Box[] {
  const found: Box[] = []
  let at = 0
  while (at < bytes.length) {
    const size = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (size < 8 || at + size > bytes.length) throw new Error(`${path}/${type} has size ${size}`)
    const body = bytes.subarray(at + 8, at + size)
    found.push({ path: `${path}/${type}`, at: from + at, body })
    if (CONTAINERS.has(type)) found.push(...boxes(body, `${path}/${type}`, from + at + 8))
    at += size
  }
  return found
}

const bodyOf = (list: readonly Box[], path: string, index = 0) =>
  list.filter((entry) => entry.path === path)[index]?.body ?? Buffer.alloc(0)

describe('initSegment', () => {
  it('describes both tracks with their decoder configurations', () => {
    const list = boxes(initSegment(config))
    expect(list.map((entry) => entry.path)).toContain('/moov/mvex/trex')
    expect(list.filter((entry) => entry.path === '/moov/trak')).toHaveLength(2)
    expect(bodyOf(list, '/moov/trak/mdia/minf/stbl/stsd', 0).includes(AVC_CONFIG)).toBe(true)
    expect(bodyOf(list, '/moov/trak/mdia/minf/stbl/stsd', 1).includes(AAC_CONFIG)).toBe(true)
    expect(bodyOf(list, '/moov/trak/mdia/mdhd', 1).readUInt32BE(12)).toBe(48000)
  })

  it('has one track without sound', () => {
    const list = boxes(initSegment({ ...config, audio: null }))
    expect(list.filter((entry) => entry.path === '/moov/trak')).toHaveLength(1)
  })
})

describe('mediaSegment', () => {
  const picture = { data: Buffer.from([1, 1, 1]), isKey: true, duration: 3600, compositionOffset: 7200 }
  const fragment = {
    sequence: 7,
    video: { decodeTime: 90_000, samples: [picture, { ...picture, isKey: false, data: Buffer.from([2]) }] },
    audio: { decodeTime: 48_000, frameDuration: 1024, samples: [Buffer.from([3, 3])] },
  }
  const bytes = mediaSegment(fragment)
  const list = boxes(bytes)

  it('points each track at its own data', () => {
    const video = bodyOf(list, '/moof/traf/trun', 0)
    const audio = bodyOf(list, '/moof/traf/trun', 1)
    expect(bytes.subarray(video.readUInt32BE(8), video.readUInt32BE(8) + 4)).toEqual(
      Buffer.from([1, 1, 1, 2]),
    )
    expect(bytes.subarray(audio.readUInt32BE(8))).toEqual(Buffer.from([3, 3]))
  })

  it('carries duration, size, kind and composition offset of each picture', () => {
    const video = bodyOf(list, '/moof/traf/trun', 0)
    const rows = [0, 1].map((i) => [0, 4, 8, 12].map((field) => video.readUInt32BE(12 + i * 16 + field)))
    expect(rows).toEqual([
      [3600, 3, 0x2000000, 7200],
      [3600, 1, 0x1010000, 7200],
    ])
  })

  it('carries the decode times in 64 bits', () => {
    expect(bodyOf(list, '/moof/traf/tfdt', 0).readBigUInt64BE(4)).toBe(90_000n)
    expect(bodyOf(list, '/moof/traf/tfdt', 1).readBigUInt64BE(4)).toBe(48_000n)
  })

  it('leaves the sound track out when there is no sound', () => {
    const silent = boxes(mediaSegment({ ...fragment, audio: { ...fragment.audio, samples: [] } }))
    expect(silent.filter((entry) => entry.path === '/moof/traf')).toHaveLength(1)
  })
})
