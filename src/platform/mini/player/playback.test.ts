import { ManualTiming } from '../../../../test/builders/manual-timing'
import type { PlaySources, PlayerState } from '../../ports/player'
import { Playback } from './playback'
import type { Round } from './playback'

type Kind = 'live-player' | 'video'
const first = { flv: 'flv?first', hls: 'hls?first' }
const fresh = { flv: 'flv?fresh', hls: 'hls?fresh' }

function setUp(options: { kinds?: readonly Kind[]; heartbeatMs?: number } = {}) {
  const timing = new ManualTiming()
  const rounds: Round<Kind>[] = []
  const states: PlayerState[] = []
  const answer = { sources: fresh as PlaySources | null }
  const shown = { round: null as Round<Kind> | null }
  const playback = new Playback<Kind>({
    timing,
    engines: (options.kinds ?? ['live-player']).map((kind) => ({ kind, tries: kind === 'video' ? 1 : 2 })),
    refresh: async () => answer.sources,
    onState: (state) => states.push(state),
    onRound(round) {
      shown.round = round
      if (round) rounds.push(round)
    },
    heartbeatOf: () => options.heartbeatMs ?? null,
  })
  const says = (...signals: Parameters<typeof playback.signal>[1][]) => {
    for (const signal of signals) playback.signal(rounds.length, signal)
  }
  return { timing, rounds, states, playback, says, answer, shown }
}

describe('Playback of a host player', () => {
  it('follows what the player says', () => {
    const { playback, states, says } = setUp()
    playback.start(first)
    says('loading', 'playing', 'stalled', 'playing', 'reconnecting', 'playing')
    expect(states).toEqual(['loading', 'playing', 'stalled', 'playing', 'retrying', 'playing'])
    playback.destroy()
  })

  it.each(['gave-up', 'ended'] as const)(
    'replaces a player that has %s, with fresh addresses',
    async (signal) => {
      const { playback, rounds, says, timing, states } = setUp()
      playback.start(first)
      says('playing', signal)
      await timing.pass(300)
      expect(rounds).toEqual([
        { number: 1, kind: 'live-player', sources: first },
        { number: 2, kind: 'live-player', sources: fresh },
      ])
      expect(states.at(-1)).toBe('retrying')
      says('playing')
      expect(states.at(-1)).toBe('playing')
    },
  )

  it('gives the player ten seconds to come back by itself', async () => {
    const { playback, rounds, says, timing } = setUp()
    playback.start(first)
    says('playing', 'reconnecting')
    await timing.pass(9000)
    says('reconnecting')
    expect(rounds).toHaveLength(1)
    await timing.pass(1300)
    expect(rounds).toHaveLength(2)
  })

  it('replaces a player that never says anything', async () => {
    const { playback, rounds, timing } = setUp()
    playback.start(first)
    await timing.pass(10_300)
    expect(rounds).toHaveLength(2)
  })

  it('keeps a player that came back before its replacement', async () => {
    const { playback, rounds, says, timing } = setUp()
    playback.start(first)
    says('playing', 'gave-up', 'gave-up', 'playing')
    await timing.pass(60_000)
    expect(rounds).toHaveLength(1)
  })

  it('does not listen to a player that was replaced', async () => {
    const { playback, rounds, says, states, timing } = setUp()
    playback.start(first)
    says('playing', 'gave-up')
    await timing.pass(300)
    playback.signal(1, 'playing')
    expect([states.at(-1), rounds.length]).toEqual(['retrying', 2])
  })

  it('takes a missing heartbeat for a stall', async () => {
    const { playback, says, states, timing } = setUp({ heartbeatMs: 1500 })
    playback.start(first)
    for (let i = 0; i < 5; i++) {
      says('playing')
      await timing.pass(1000)
    }
    expect(states).toEqual(['loading', 'playing'])
    await timing.pass(1000)
    expect(states.at(-1)).toBe('stalled')
  })

  it('turns to the other kind when the first never shows a picture', async () => {
    const { playback, rounds, says, timing } = setUp({ kinds: ['live-player', 'video'] })
    playback.start(first)
    for (let i = 0; i < 2; i++) {
      says('gave-up')
      await timing.pass(1000)
    }
    expect(rounds.map(({ kind }) => kind)).toEqual(['live-player', 'live-player', 'video'])
  })

  it('waits while nothing is on air', async () => {
    const { playback, rounds, says, timing, answer } = setUp()
    playback.start(first)
    answer.sources = null
    says('playing', 'ended')
    await timing.pass(20_000)
    expect(rounds).toHaveLength(1)
    answer.sources = fresh
    await timing.pass(3000)
    expect(rounds).toHaveLength(2)
  })

  it('connects at once when the network is back', async () => {
    const { playback, rounds, says, timing } = setUp()
    playback.start(first)
    says('playing', 'gave-up')
    playback.online()
    await timing.pass(0)
    expect(rounds).toHaveLength(2)
  })

  it('starts afresh after a while in the background, and not after a glance away', async () => {
    const { playback, rounds, says, timing } = setUp()
    playback.start(first)
    says('playing')
    playback.setAway(true)
    await timing.pass(2000)
    playback.setAway(false)
    playback.setAway(false)
    await timing.pass(0)
    expect(rounds).toHaveLength(1)
    playback.setAway(true)
    says('gave-up')
    await timing.pass(20_000)
    expect(rounds).toHaveLength(1)
    playback.setAway(false)
    await timing.pass(0)
    expect(rounds).toHaveLength(2)
  })

  it('shows nothing while the person has stopped it, and goes on with what is live then', async () => {
    const { playback, rounds, says, states, timing, shown } = setUp()
    playback.start(first)
    says('playing')
    playback.setPaused(true)
    playback.setPaused(true)
    expect([shown.round, states.at(-1)]).toEqual([null, 'idle'])
    says('gave-up')
    playback.setAway(true)
    await timing.pass(60_000)
    playback.setAway(false)
    expect(rounds).toHaveLength(1)
    playback.setPaused(false)
    await timing.pass(0)
    expect([shown.round?.sources, states.at(-1)]).toEqual([fresh, 'loading'])
  })

  it('begins only when it is let go on, if it was stopped before', async () => {
    const { playback, rounds, timing } = setUp()
    playback.setPaused(true)
    playback.start(first)
    expect(rounds).toHaveLength(0)
    playback.setPaused(false)
    await timing.pass(0)
    expect(rounds).toHaveLength(1)
  })

  it('fails where there is nothing to play with', () => {
    const { playback, states } = setUp({ kinds: [] })
    playback.start(first)
    expect(states.at(-1)).toBe('failed')
    playback.destroy()
  })

  it('leaves nothing behind', async () => {
    const { playback, rounds, says, timing } = setUp({ heartbeatMs: 1500 })
    playback.start(first)
    says('playing', 'stalled')
    playback.destroy()
    says('playing')
    await timing.pass(60_000)
    expect([timing.pending, rounds.length]).toEqual([0, 1])
  })
})
