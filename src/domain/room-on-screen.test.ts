import { aRoomState, productIdOf } from '../../test/builders/room'
import type { RoomEvent } from './room'
import { awaitFrames, showFrame, showRoom } from './room-on-screen'

const explain = (seq: number, product: number, at: number): RoomEvent => ({
  type: 'explain-started',
  productId: productIdOf(product),
  seq,
  at,
})
const first = explain(1, 1, 5_000)
const second = explain(2, 2, 6_000)
const empty = showRoom(aRoomState())
const explained = (screen: ReturnType<typeof showFrame>) => screen.state.explaining.at(-1) ?? null

it('shows at once what was true when the viewer came', () => {
  expect(explained(showRoom(aRoomState({ explaining: [productIdOf(2)] })))).toBe(productIdOf(2))
})

it('waits until the frame on screen is as old as the event', () => {
  const screen = awaitFrames(empty, [first])
  expect(showFrame(screen, 4_999, 5_100)).toBe(screen)
  expect(explained(showFrame(screen, 5_000, 5_600))).toBe(productIdOf(1))
})

it('shows at once where the player cannot tell its frame', () => {
  expect(explained(showFrame(awaitFrames(empty, [first]), null, 5_100))).toBe(productIdOf(1))
})

it('shows after ten seconds although the picture is stuck', () => {
  const screen = awaitFrames(empty, [first])
  expect(explained(showFrame(screen, 1_000, 14_999))).toBeNull()
  expect(explained(showFrame(screen, 1_000, 15_000))).toBe(productIdOf(1))
})

it('keeps later events waiting while earlier ones are shown', () => {
  const shown = showFrame(awaitFrames(awaitFrames(empty, [first]), [second]), 5_500, 6_100)
  expect([explained(shown), shown.waiting]).toEqual([productIdOf(1), [second]])
  expect(showFrame(shown, 6_000, 6_700)).toEqual(
    showRoom(aRoomState({ explaining: [productIdOf(2)], seq: 2 })),
  )
})

it('leaves no event out when a later one is due first', () => {
  const early = explain(2, 2, 4_000)
  expect(showFrame(awaitFrames(empty, [first, early]), 4_500, 5_000).state.seq).toBe(2)
})
