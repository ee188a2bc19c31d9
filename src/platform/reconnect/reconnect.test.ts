import { ManualTiming } from '../../../test/builders/manual-timing'
import type { PlaySources } from '../ports/player'
import { Reconnect } from './reconnect'

const sources = (mark: string): PlaySources => ({ flv: `flv?${mark}`, hls: `hls?${mark}` })

function setUp(refresh: () => Promise<PlaySources | null> = async () => sources('fresh')) {
  const timing = new ManualTiming()
  const connected: { atMs: number; flv: string }[] = []
  const startMs = timing.now()
  let asked = 0
  const reconnect = new Reconnect({
    timing,
    refresh: () => {
      asked++
      return refresh()
    },
    connect: ({ flv }) => connected.push({ atMs: timing.now() - startMs, flv }),
  })
  reconnect.begin(sources('first'))
  return { timing, reconnect, connected, asked: () => asked }
}

describe('Reconnect', () => {
  it('begins at once with what it is given', () => {
    expect(setUp().connected).toEqual([{ atMs: 0, flv: 'flv?first' }])
  })

  it('waits a little, then connects with fresh addresses', async () => {
    const { timing, reconnect, connected } = setUp()
    reconnect.schedule()
    await timing.pass(299)
    expect(connected).toHaveLength(1)
    await timing.pass(1)
    expect(connected[1]).toEqual({ atMs: 300, flv: 'flv?fresh' })
  })

  it('leaves half of each pause to chance, so that a crowd does not come back at once', async () => {
    const { timing, reconnect, connected } = setUp()
    timing.chance = 0
    reconnect.schedule()
    await timing.pass(150)
    expect(connected).toHaveLength(2)
  })

  it('waits longer each time, but never more than three seconds', async () => {
    const { timing, reconnect, connected } = setUp()
    for (let i = 0; i < 9; i++) {
      reconnect.schedule()
      await timing.pass(3000)
    }
    const pauses = connected.slice(1).map(({ atMs }, i) => Math.round(atMs - i * 3000))
    expect(pauses).toEqual([300, 450, 675, 1013, 1519, 2278, 3000, 3000, 3000])
  })

  it('does not wait twice at once', async () => {
    const { timing, reconnect, connected } = setUp()
    reconnect.schedule()
    reconnect.schedule()
    await timing.pass(10_000)
    expect(connected).toHaveLength(2)
  })

  it('connects at once when the network is back, and only if it was waiting', async () => {
    const { timing, reconnect, connected } = setUp()
    reconnect.hurry()
    await timing.pass(0)
    expect(connected).toHaveLength(1)
    reconnect.schedule()
    reconnect.hurry()
    await timing.pass(0)
    expect(connected).toHaveLength(2)
  })

  it('forgets earlier failures after ten seconds of pictures', async () => {
    const { timing, reconnect, connected } = setUp()
    for (let i = 0; i < 5; i++) {
      reconnect.schedule()
      await timing.pass(3000)
    }
    reconnect.succeeded()
    await timing.pass(10_000)
    reconnect.schedule()
    await timing.pass(300)
    expect(connected).toHaveLength(7)
  })

  it('remembers them when the pictures stop earlier', async () => {
    const { timing, reconnect, connected } = setUp()
    for (let i = 0; i < 5; i++) {
      reconnect.schedule()
      await timing.pass(3000)
      reconnect.succeeded()
    }
    reconnect.schedule()
    await timing.pass(2000)
    expect(connected).toHaveLength(6)
  })

  it('asks again later while nothing is on air', async () => {
    let isOnAir = false
    const { timing, reconnect, connected, asked } = setUp(async () => (isOnAir ? sources('fresh') : null))
    reconnect.schedule()
    await timing.pass(2000)
    expect(connected).toHaveLength(1)
    expect(asked()).toBeGreaterThan(1)
    isOnAir = true
    await timing.pass(3000)
    expect(connected).toHaveLength(2)
  })

  it('tries the old addresses when the backend refuses or does not answer', async () => {
    const refused = setUp(() => Promise.reject(new Error('away')))
    refused.reconnect.schedule()
    await refused.timing.pass(300)
    expect(refused.connected[1]).toEqual({ atMs: 300, flv: 'flv?first' })
    const silent = setUp(() => new Promise(() => undefined))
    silent.reconnect.schedule()
    await silent.timing.pass(4300)
    expect(silent.connected[1]).toEqual({ atMs: 4300, flv: 'flv?first' })
  })

  it('ignores an answer that comes after it was stopped', async () => {
    const { timing, reconnect, connected } = setUp()
    reconnect.again()
    reconnect.stop()
    expect(timing.pending).toBe(0)
    await timing.pass(10_000)
    expect(connected).toHaveLength(1)
  })
})
