import fc from 'fast-check'
import { aRoomState, aShelfProduct, productIdOf, skuIdOf } from '../../test/builders/room'
import { chaptersOf, learnEvents, openReplay, type Replay, replayAt } from './replay'
import { reduceRoom, type RoomEvent, type RoomEventBody } from './room'

const START = 1_800_000_000_000
/** Events with their second after the first picture. */
const log = (...told: readonly (readonly [number, RoomEventBody])[]): readonly RoomEvent[] =>
  told.map(([second, body], index) => ({ ...body, seq: index + 1, at: START + second * 1_000 }))
const explain = (n: number, together?: boolean) =>
  ({ type: 'explain-started', productId: productIdOf(n), together }) as const
const stop = (n?: number) => ({ type: 'explain-stopped', ...(n && { productId: productIdOf(n) }) }) as const
const ended = { type: 'room-ended' } as const

describe('the chapters of a replay', () => {
  const minute = [{ startsAt: START, durationMs: 60_000 }]
  const chapters = (events: readonly RoomEvent[], parts = minute) =>
    chaptersOf(events, parts).map(({ productId, from, to }) => [productId, from / 1_000, to / 1_000])

  it('are where the host began with a product and where the next one took its place', () => {
    expect(chapters(log([5, explain(1)], [20, explain(2)], [30, stop()]))).toEqual([
      [productIdOf(1), 5, 20],
      [productIdOf(2), 20, 30],
    ])
  })

  it('overlap when products are explained together, and end one by one', () => {
    const events = log([5, explain(1)], [10, explain(2, true)], [20, stop(1)], [40, stop(2)])
    expect(chapters(events)).toEqual([
      [productIdOf(1), 5, 20],
      [productIdOf(2), 10, 40],
    ])
  })

  it('end with the show, with the shelf, and with the recording', () => {
    const gone = { type: 'product-unshelved', productId: productIdOf(1) } as const
    expect(chapters(log([5, explain(1)], [9, gone], [20, explain(2)], [50, ended]))).toEqual([
      [productIdOf(1), 5, 9],
      [productIdOf(2), 20, 50],
    ])
    expect(chapters(log([5, explain(1)]))).toEqual([[productIdOf(1), 5, 60]])
    expect(chapters(log([-5, explain(1)], [90, stop()]))).toEqual([[productIdOf(1), 0, 60]])
  })

  it('are no taps by mistake, and go on after a short pause', () => {
    const events = log([5, explain(1)], [10, explain(2)], [12.9, explain(1)], [30, stop()])
    expect(chapters(events)).toEqual([[productIdOf(1), 5, 30]])
  })

  it('are two when the host comes back later', () => {
    const events = log([5, explain(1)], [10, stop()], [13, explain(1)], [16, stop()])
    expect(chapters(events)).toEqual([
      [productIdOf(1), 5, 10],
      [productIdOf(1), 13, 16],
    ])
  })

  it('count only what was recorded', () => {
    const parts = [
      { startsAt: START, durationMs: 10_000 },
      { startsAt: START + 20_000, durationMs: 10_000 },
    ]
    expect(chapters(log([5, explain(1)], [25, explain(2)], [29, ended]), parts)).toEqual([
      [productIdOf(1), 5, 15],
      [productIdOf(2), 15, 19],
    ])
    expect(chapters(log([5, explain(1)]), [])).toEqual([])
  })

  it('come from explanations alone', () => {
    expect(chapters(log([5, { type: 'room-started' }]))).toEqual([])
  })

  it('are told in the order of their beginning, the shorter first', () => {
    const events = log([5, explain(1)], [5, explain(2, true)], [9, stop(2)], [20, stop(1)])
    expect(chapters(events)).toEqual([
      [productIdOf(2), 5, 9],
      [productIdOf(1), 5, 20],
    ])
  })
})

describe('the room in a replay', () => {
  const initial = aRoomState({ seq: 0 })
  const sold = (available: number): RoomEventBody => ({
    type: 'stock-changed',
    productId: productIdOf(1),
    skuId: skuIdOf(1),
    available,
  })
  const events = log([5, explain(1)], [10, sold(3)], [10, explain(2)], [20, stop()], [30, ended])
  const opened = (): Replay =>
    learnEvents(learnEvents(openReplay(initial), events.slice(0, 2)), events.slice(2))
  const at = (replay: Replay, second: number): Replay => replayAt(replay, START + second * 1_000)

  it('is as it was when the host began, and moves on with the picture', () => {
    expect(at(opened(), 0).state).toBe(initial)
    const later = at(at(opened(), 6), 12)
    expect(later.state.explaining).toEqual([productIdOf(2)])
    expect(later.state.shelf[0]?.skus[0]?.available).toBe(3)
  })

  it('goes back with the picture', () => {
    expect(at(at(opened(), 25), 6).state.explaining).toEqual([productIdOf(1)])
    expect(at(at(opened(), 25), 1).state).toBe(initial)
  })

  it('is the same thing while nothing happens, so that nothing is drawn anew', () => {
    const replay = at(opened(), 11)
    expect(at(replay, 12)).toBe(replay)
  })

  it('shows late what is learnt late', () => {
    const early = at(learnEvents(openReplay(initial), events.slice(0, 1)), 25)
    expect(early.state.explaining).toEqual([productIdOf(1)])
    expect(at(learnEvents(early, events.slice(1)), 25).state.seq).toBe(4)
  })

  it('starts from any number', () => {
    const shelf = [aShelfProduct(1)]
    const replay = learnEvents(openReplay(aRoomState({ shelf, seq: 2 })), events.slice(2))
    expect(at(replay, 15).state).toMatchObject({ seq: 3, explaining: [productIdOf(2)] })
  })

  it('is what the log says, wherever one jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 40 }), { minLength: 1 }), (jumps) => {
        const last = jumps[jumps.length - 1] ?? 0
        const due = events.filter((event) => event.at <= START + last * 1_000)
        expect(jumps.reduce(at, opened()).state).toEqual(due.reduce(reduceRoom, initial))
      }),
    )
  })
})
