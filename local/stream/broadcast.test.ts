import { AVC_CONFIG, nal, tinyFlv } from '../../test/builders/tiny-flv'
import { Broadcast } from './broadcast'
import type { FlvViewer } from './flv-audience'
import { readLoop } from './loop'
import type { Frame, MediaConfig } from './media/frame'

const noon = Date.UTC(2026, 0, 1, 12)
const config: MediaConfig = { video: { avcC: AVC_CONFIG, width: 540, height: 960 }, audio: null }
const keyPicture: Frame = { kind: 'video', dtsMs: 0, ctsMs: 0, isKey: true, wallMs: noon, data: nal(5, 1) }

function aBroadcast(hasLoop: boolean) {
  return new Broadcast(hasLoop ? readLoop(tinyFlv(4)) : null, noon)
}

/** Joins and counts what it gets. */
function watch(broadcast: Broadcast) {
  const seen = { bytes: 0, isEnded: false }
  const viewer: FlvViewer = {
    write: (bytes) => void (seen.bytes += bytes.length),
    backlog: () => 0,
    end: () => void (seen.isEnded = true),
    drop: () => undefined,
  }
  broadcast.channel.join(viewer)
  return seen
}

describe('Broadcast', () => {
  it('is on air with its loop at once, HLS included', () => {
    const { channel } = aBroadcast(true)
    expect(channel.isLive).toBe(true)
    expect(channel.playlist('')?.match(/EXTINF/g)?.length).toBeGreaterThanOrEqual(5)
  })

  it('is silent without loop and publisher', () => {
    const broadcast = aBroadcast(false)
    broadcast.tick(noon)
    expect(broadcast.channel.isLive).toBe(false)
    expect(broadcast.channel.playlist('')).toBeNull()
    expect(broadcast.isIdle).toBe(true)
  })

  it('plays on with the clock', () => {
    const broadcast = aBroadcast(true)
    const seen = watch(broadcast)
    const atJoin = seen.bytes
    broadcast.tick(noon + 400)
    expect(seen.bytes).toBeGreaterThan(atJoin)
  })

  it('keeps the loop on air until a publisher shows a picture', () => {
    const broadcast = aBroadcast(true)
    const seen = watch(broadcast)
    const feed = broadcast.takeFeed(() => noon)
    expect(seen.isEnded).toBe(false)
    feed?.open(config)
    expect(seen.isEnded).toBe(true)
  })

  it("shows the publisher's stream instead of the loop, and the loop again afterwards", () => {
    const broadcast = aBroadcast(true)
    const feed = broadcast.takeFeed(() => noon + 1000)
    feed?.open(config)
    feed?.push([keyPicture])
    const seen = watch(broadcast)
    const atJoin = seen.bytes
    broadcast.tick(noon + 900)
    expect(seen.bytes).toBe(atJoin)
    feed?.end()
    expect(seen.isEnded).toBe(true)
    broadcast.tick(noon + 1040)
    expect(watch(broadcast).bytes).toBeGreaterThan(0)
  })

  it('goes silent after a publisher when there is no loop', () => {
    const broadcast = aBroadcast(false)
    const feed = broadcast.takeFeed(() => noon)
    feed?.open(config)
    expect(broadcast.channel.isLive).toBe(true)
    feed?.end()
    expect(broadcast.channel.isLive).toBe(false)
  })

  it('gives its input to one publisher at a time', () => {
    const broadcast = aBroadcast(true)
    const feed = broadcast.takeFeed(() => noon)
    expect(broadcast.takeFeed(() => noon)).toBeNull()
    feed?.end()
    expect(broadcast.takeFeed(() => noon)).not.toBeNull()
  })

  it('ignores a publisher that has ended', () => {
    const broadcast = aBroadcast(true)
    const feed = broadcast.takeFeed(() => noon)
    feed?.end()
    const seen = watch(broadcast)
    const atJoin = seen.bytes
    feed?.open(config)
    feed?.push([keyPicture])
    expect(seen).toEqual({ bytes: atJoin, isEnded: false })
  })

  it.each([
    ['a long sleep', noon + 3_600_000],
    ['a clock that steps back', noon - 3_600_000],
  ])('starts afresh after %s instead of catching up', (_case, later) => {
    const broadcast = aBroadcast(true)
    const seen = watch(broadcast)
    broadcast.tick(later)
    expect(seen.isEnded).toBe(true)
    const again = watch(broadcast)
    expect(again.bytes).toBeLessThan(2000)
  })

  it('catches up after a short freeze', () => {
    const broadcast = aBroadcast(true)
    const seen = watch(broadcast)
    broadcast.tick(noon + 7000)
    expect(seen.isEnded).toBe(false)
  })
})
