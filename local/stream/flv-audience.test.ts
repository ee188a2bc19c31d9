import { AVC_CONFIG, nal } from '../../test/builders/tiny-flv'
import { FlvAudience } from './flv-audience'
import type { FlvViewer } from './flv-audience'
import { readFlvTags, TAG } from './media/flv-demux'
import type { Frame } from './media/frame'

const config = { video: { avcC: AVC_CONFIG, width: 540, height: 960 }, audio: null }
const picture = (dtsMs: number, isKey: boolean, bytes = 1): Frame => ({
  kind: 'video',
  dtsMs,
  ctsMs: 0,
  isKey,
  wallMs: dtsMs,
  data: bytes > 1 ? Buffer.alloc(bytes) : nal(5, 1),
})

class Recorder implements FlvViewer {
  readonly parts: Buffer[] = []
  behind = 0
  state: 'open' | 'ended' | 'dropped' = 'open'
  write = (bytes: Buffer) => void this.parts.push(bytes)
  backlog = () => this.behind
  end = () => void (this.state = 'ended')
  drop = () => void (this.state = 'dropped')
  pictureTimes(): number[] {
    const tags = readFlvTags(Buffer.concat(this.parts)).filter((tag) => tag.type === TAG.video)
    return tags.slice(1).map((tag) => tag.timestampMs)
  }
}

describe('FlvAudience', () => {
  it('starts a newcomer at the last key picture', () => {
    const audience = new FlvAudience(config)
    audience.send([picture(0, true), picture(40, false), picture(80, true), picture(120, false)])
    const viewer = new Recorder()
    audience.join(viewer)
    audience.send([picture(160, false)])
    expect(viewer.pictureTimes()).toEqual([80, 120, 160])
  })

  it('lets a viewer who came too early wait for the first key picture', () => {
    const audience = new FlvAudience(config)
    const viewer = new Recorder()
    audience.join(viewer)
    audience.send([picture(0, false), picture(40, true)])
    expect(viewer.pictureTimes()).toEqual([40])
  })

  it('writes the same bytes to everybody', () => {
    const audience = new FlvAudience(config)
    audience.send([picture(0, true)])
    const [first, second] = [new Recorder(), new Recorder()]
    audience.join(first)
    audience.join(second)
    audience.send([picture(40, false)])
    expect(first.parts[1]).toBe(second.parts[1])
  })

  it('drops a viewer who is more than 2 MB behind and keeps the others', () => {
    const audience = new FlvAudience(config)
    audience.send([picture(0, true)])
    const [slow, quick] = [new Recorder(), new Recorder()]
    audience.join(slow)
    audience.join(quick)
    slow.behind = 3 * 1024 * 1024
    audience.send([picture(40, false)])
    expect([slow.state, quick.state, audience.size]).toEqual(['dropped', 'open', 1])
    expect(quick.pictureTimes()).toEqual([0, 40])
  })

  it('ends everybody when its input ends', () => {
    const audience = new FlvAudience(config)
    const [waiting, watching] = [new Recorder(), new Recorder()]
    audience.join(waiting)
    audience.send([picture(0, true)])
    audience.join(watching)
    audience.close()
    expect([waiting.state, watching.state, audience.size]).toEqual(['ended', 'ended', 0])
  })

  it('sends nothing to a viewer who left', () => {
    const audience = new FlvAudience(config)
    audience.send([picture(0, true)])
    const viewer = new Recorder()
    audience.join(viewer)
    audience.leave(viewer)
    audience.send([picture(40, false)])
    expect(viewer.pictureTimes()).toEqual([0])
  })

  it('keeps no endless group of pictures: newcomers then wait for the next key picture', () => {
    const audience = new FlvAudience(config)
    audience.send([picture(0, true), picture(40, false, 9_000_000), picture(60, false, 9_000_000)])
    const viewer = new Recorder()
    audience.join(viewer)
    audience.send([picture(80, false), picture(120, true)])
    expect(viewer.pictureTimes()).toEqual([120])
  })
})
