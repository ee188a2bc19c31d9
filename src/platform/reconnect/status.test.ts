import { ManualTiming } from '../../../test/builders/manual-timing'
import type { PlayerState } from '../ports/player'
import { Status } from './status'

function setUp() {
  const timing = new ManualTiming()
  const told: PlayerState[] = []
  return { timing, told, status: new Status(timing, (state) => told.push(state)) }
}

describe('Status', () => {
  it('tells each change once', () => {
    const { status, told } = setUp()
    for (const state of ['loading', 'loading', 'playing', 'playing', 'stalled'] as const) status.set(state)
    expect(told).toEqual(['loading', 'playing', 'stalled'])
    status.stop()
  })

  it('tells of failure after half a minute without a picture, and of nothing until there is one', async () => {
    const { status, told, timing } = setUp()
    status.set('loading')
    await timing.pass(20_000)
    status.set('retrying')
    await timing.pass(10_000)
    status.set('loading')
    status.set('retrying')
    expect(told).toEqual(['loading', 'retrying', 'failed'])
    status.set('playing')
    expect(told.at(-1)).toBe('playing')
    expect(timing.pending).toBe(0)
  })

  it('counts the half minute afresh after a picture', async () => {
    const { status, told, timing } = setUp()
    status.set('retrying')
    await timing.pass(29_000)
    status.set('playing')
    status.set('stalled')
    await timing.pass(29_000)
    expect(told).not.toContain('failed')
    status.stop()
  })
})
