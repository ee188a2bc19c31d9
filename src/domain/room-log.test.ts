import fc from 'fast-check'
import { aRoomState, productIdOf, skuIdOf } from '../../test/builders/room'
import { missingSince, openRoomLog, receiveEvents, takenEvents } from './room-log'
import { reduceRoom, type RoomEvent } from './room'

const stockEvent = (seq: number): RoomEvent => ({
  seq,
  at: seq,
  type: 'stock-changed',
  productId: productIdOf(1),
  skuId: skuIdOf(1),
  available: 100 - seq,
})

describe('a room log', () => {
  it('waits with events that came too early, and says after which number some are missing', () => {
    const log = receiveEvents(openRoomLog(aRoomState()), [stockEvent(1), stockEvent(3)])
    expect(log.state.seq).toBe(1)
    expect(missingSince(log)).toBe(1)
    const repaired = receiveEvents(log, [stockEvent(2)])
    expect(repaired.state.seq).toBe(3)
    expect(missingSince(repaired)).toBeNull()
  })

  it('tells what it took, in order and once, also what had waited', () => {
    const start = openRoomLog(aRoomState())
    const early = receiveEvents(start, [stockEvent(3), stockEvent(5)])
    expect(takenEvents(start, [stockEvent(3), stockEvent(5)], early)).toEqual([])
    const late = [stockEvent(2), stockEvent(1), stockEvent(2)]
    const after = receiveEvents(early, late)
    expect(takenEvents(early, late, after).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(takenEvents(after, [stockEvent(2)], after)).toEqual([])
  })

  it('is behind when the server has told a newer number', () => {
    const log = openRoomLog(aRoomState({ seq: 5 }))
    expect(missingSince(log, 5)).toBeNull()
    expect(missingSince(log, 6)).toBe(5)
  })

  it('ends in the same state whatever the order, the repeats and the batches', () => {
    const events = Array.from({ length: 8 }, (_, index) => stockEvent(index + 1))
    const expected = events.reduce(reduceRoom, aRoomState())
    const shuffled = fc
      .array(fc.constantFrom(...events), { maxLength: 12 })
      .chain((extra) =>
        fc.shuffledSubarray([...events, ...extra], { minLength: events.length + extra.length }),
      )
    fc.assert(
      fc.property(shuffled, (arrived) => {
        const log = arrived.reduce((soFar, event) => receiveEvents(soFar, [event]), openRoomLog(aRoomState()))
        expect(log).toEqual({ state: expected, early: [] })
      }),
    )
  })
})
