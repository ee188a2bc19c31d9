import { ManualTiming } from '../../../../test/builders/manual-timing'
import type { PlaySources, PlayerState } from '../../ports/player'
import type { Engine, EngineKind, Screen } from './engine'
import { LiveController } from './live-controller'

const sources = { flv: 'flv?first', hls: 'hls?first' }
const fresh = { flv: 'flv?fresh', hls: 'hls?fresh' }

class FakeEngine implements Engine {
  isDestroyed = false
  constructor(
    readonly kind: EngineKind,
    readonly url: string,
    readonly fail: () => void,
  ) {}
  get isChased() {
    return this.kind === 'flv'
  }
  clockMs = () => 42
  destroy = () => void (this.isDestroyed = true)
}

interface Options {
  kinds?: readonly EngineKind[]
  refresh?: () => Promise<PlaySources | null>
  isSoundOnly?: boolean
}

function setUp(options: Options = {}) {
  const timing = new ManualTiming()
  const engines: FakeEngine[] = []
  const states: PlayerState[] = []
  const told: EngineKind[] = []
  const nobody = (): void => undefined
  const screen = { aheadMs: 300, rate: 1, jumped: 0, isHeld: false, picture: nobody }
  const view: Screen = {
    onPicture(listener) {
      screen.picture = listener
      return () => void (screen.picture = nobody)
    },
    aheadMs: () => screen.aheadMs,
    jumpAhead: (ms) => void (screen.jumped += ms),
    rate: () => screen.rate,
    setRate: (rate) => void (screen.rate = rate),
    hold: () => void (screen.isHeld = true),
    release: () => void (screen.isHeld = false),
  }
  const controller = new LiveController({
    screen: view,
    startEngine(kind, url, onTrouble) {
      const engine = new FakeEngine(kind, url, onTrouble)
      engines.push(engine)
      return engine
    },
    engines: (options.kinds ?? ['flv', 'hls']).map((kind) => ({ kind, tries: kind === 'flv' ? 3 : 1 })),
    refresh: options.refresh ?? (async () => fresh),
    onState: (state) => states.push(state),
    onEngine: (kind) => told.push(kind),
    isSoundOnly: options.isSoundOnly ?? false,
    timing,
  })
  /** Shows a picture every 40 ms for `ms`. */
  const play = async (ms: number) => {
    for (let done = 0; done < ms; done += 40) {
      screen.picture()
      await timing.pass(40)
    }
  }
  const newest = () => engines.at(-1) ?? new FakeEngine('flv', 'none', () => undefined)
  return { timing, engines, states, told, screen, controller, play, newest }
}

describe('LiveController', () => {
  it('loads, then plays with the first picture', async () => {
    const { controller, engines, states, play, newest } = setUp()
    controller.start(sources)
    await play(1000)
    expect(states).toEqual(['loading', 'playing'])
    expect(engines).toHaveLength(1)
    expect(newest()).toMatchObject({ kind: 'flv', url: 'flv?first' })
  })

  it('reports a stall after 400 ms without a picture and plays on by itself', async () => {
    const { controller, states, engines, play, timing } = setUp()
    controller.start(sources)
    await play(1000)
    await timing.pass(800)
    expect(states.at(-1)).toBe('stalled')
    await play(400)
    expect(states).toEqual(['loading', 'playing', 'stalled', 'playing'])
    expect(engines).toHaveLength(1)
  })

  it('connects again after 2.5 s without a picture, with a fresh address', async () => {
    const { controller, states, engines, play, timing, newest } = setUp()
    controller.start(sources)
    await play(1000)
    await timing.pass(3500)
    expect(states.at(-1)).toBe('retrying')
    expect(engines).toHaveLength(2)
    expect(newest().url).toBe('flv?fresh')
    await play(40)
    expect(states.at(-1)).toBe('playing')
  })

  it('plays out what it has when the connection ends, holds the last picture, and goes on', async () => {
    const { controller, engines, play, timing, newest, screen } = setUp()
    controller.start(sources)
    await play(1000)
    newest().fail()
    newest().fail()
    await play(120)
    expect(engines[0]?.isDestroyed).toBe(false)
    await timing.pass(300)
    expect([engines[0]?.isDestroyed, engines.length, screen.isHeld]).toEqual([true, 2, true])
    await play(40)
    expect(screen.isHeld).toBe(false)
  })

  it('does not believe the pictures of a connection that has ended', async () => {
    const { controller, states, play, newest } = setUp()
    controller.start(sources)
    await play(1000)
    newest().fail()
    await play(80)
    expect(states.at(-1)).toBe('retrying')
  })

  it('ignores trouble of an engine that was replaced', async () => {
    const { controller, engines, play, timing } = setUp()
    controller.start(sources)
    await play(1000)
    engines[0]?.fail()
    await timing.pass(300)
    await play(1000)
    engines[0]?.fail()
    await timing.pass(300)
    expect(engines).toHaveLength(2)
  })

  it('gives a first picture six seconds', async () => {
    const { controller, engines, timing } = setUp()
    controller.start(sources)
    await timing.pass(5900)
    expect(engines).toHaveLength(1)
    await timing.pass(1000)
    expect(engines).toHaveLength(2)
  })

  it('turns to HLS when FLV never shows a picture', async () => {
    const { controller, engines, timing, newest } = setUp()
    controller.start(sources)
    for (let i = 0; i < 3; i++) {
      newest().fail()
      await timing.pass(3000)
    }
    expect(engines.map(({ kind }) => kind)).toEqual(['flv', 'flv', 'flv', 'hls'])
    expect(newest().url).toBe('hls?fresh')
  })

  it('stays with FLV through an outage once it has played', async () => {
    const { controller, engines, play, timing, newest } = setUp()
    controller.start(sources)
    await play(1000)
    for (let i = 0; i < 6; i++) {
      newest().fail()
      await timing.pass(3000)
    }
    expect(new Set(engines.map(({ kind }) => kind))).toEqual(new Set(['flv']))
  })

  it('catches up when late, and leaves HLS to its own engine', async () => {
    const { controller, screen, play } = setUp()
    controller.start(sources)
    screen.aheadMs = 1500
    await play(400)
    expect(screen.rate).toBe(1.1)
    screen.aheadMs = 8000
    await play(200)
    expect(screen.jumped).toBeGreaterThan(7000)
    const hls = setUp({ kinds: ['hls'] })
    hls.controller.start(sources)
    hls.screen.aheadMs = 8000
    await hls.play(400)
    expect(hls.screen.jumped).toBe(0)
  })

  it('keeps more distance after a stall', async () => {
    const { controller, screen, play, timing } = setUp()
    controller.start(sources)
    await play(400)
    await timing.pass(1000)
    screen.aheadMs = 900
    await play(400)
    expect(screen.rate).toBe(1)
  })

  it('connects at once when the network is back', async () => {
    const { controller, engines, play, timing, newest } = setUp()
    controller.start(sources)
    await play(1000)
    newest().fail()
    controller.online()
    await timing.pass(0)
    expect(engines).toHaveLength(2)
  })

  it('does not take a hidden page for a stall', async () => {
    const { controller, states, play, timing } = setUp()
    controller.start(sources)
    await play(1000)
    controller.setHidden(true)
    await timing.pass(20_000)
    controller.setHidden(false)
    await timing.pass(200)
    expect(states).toEqual(['loading', 'playing'])
  })

  it('saves the data of a page that stays hidden, and loads again when it is seen', async () => {
    const { controller, states, engines, play, timing } = setUp()
    controller.start(sources)
    await play(1000)
    controller.setHidden(true)
    await timing.pass(30_000)
    expect([states.at(-1), engines[0]?.isDestroyed]).toEqual(['idle', true])
    controller.setHidden(false)
    await timing.pass(0)
    await play(40)
    expect(states).toEqual(['loading', 'playing', 'idle', 'loading', 'playing'])
  })

  it('waits while nothing is on air, and says so after half a minute', async () => {
    const { controller, states, engines, play, timing, newest } = setUp({ refresh: async () => null })
    controller.start(sources)
    await play(1000)
    newest().fail()
    await timing.pass(31_000)
    expect(engines).toHaveLength(1)
    expect(states).toEqual(['loading', 'playing', 'retrying', 'failed'])
  })

  it('knows the time of a picture only while there is one', async () => {
    const { controller, play } = setUp()
    expect(controller.clockMs()).toBeNull()
    controller.start(sources)
    expect(controller.clockMs()).toBeNull()
    await play(40)
    expect(controller.clockMs()).toBe(42)
  })

  it('fails at once where no engine runs', () => {
    const { controller, states, engines } = setUp({ kinds: [] })
    controller.start(sources)
    controller.setHidden(false)
    expect([states, engines]).toEqual([['failed'], []])
  })

  it('is stopped and let go on by a person, with what is live then', async () => {
    const { controller, states, engines, play, timing, newest, screen } = setUp()
    controller.start(sources)
    await play(1000)
    controller.setPaused(true)
    controller.setPaused(true)
    controller.setHidden(true)
    await timing.pass(40_000)
    controller.setHidden(false)
    controller.online()
    await timing.pass(1000)
    expect([engines.length, engines[0]?.isDestroyed, screen.isHeld]).toEqual([1, true, true])
    controller.setPaused(false)
    await timing.pass(0)
    await play(40)
    expect(newest().url).toBe('flv?fresh')
    expect(states).toEqual(['loading', 'playing', 'idle', 'loading', 'playing'])
  })

  it('begins when it is let go on, if it was stopped before', async () => {
    const { controller, engines, timing } = setUp()
    controller.setPaused(true)
    controller.start(sources)
    expect(engines).toHaveLength(0)
    controller.setPaused(false)
    await timing.pass(0)
    expect(engines).toHaveLength(1)
  })

  it('tells which engine it uses', async () => {
    const { controller, told, timing, newest } = setUp()
    controller.start(sources)
    for (let i = 0; i < 3; i++) {
      newest().fail()
      await timing.pass(3000)
    }
    expect(told).toEqual(['flv', 'flv', 'flv', 'hls'])
  })

  it('has more patience with sound, which tells its position four times a second', async () => {
    const { controller, states, play, timing } = setUp({ isSoundOnly: true })
    controller.start(sources)
    await play(400)
    await timing.pass(900)
    expect(states.at(-1)).toBe('playing')
    await timing.pass(300)
    expect(states.at(-1)).toBe('stalled')
  })

  it('leaves nothing behind', async () => {
    const { controller, engines, play, timing, newest } = setUp()
    controller.start(sources)
    await play(1000)
    newest().fail()
    controller.setHidden(true)
    controller.destroy()
    await timing.pass(60_000)
    expect([timing.pending, engines.length, engines[0]?.isDestroyed]).toEqual([0, 1, true])
  })
})
