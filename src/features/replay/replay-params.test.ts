import { roomId } from '../../../test/builders/room'
import { readReplayParams, replayPath } from './replay-params'

it('names a show and a moment, there and back', () => {
  expect(replayPath(roomId)).toBe(`/packages/live/replay/index?id=${roomId}`)
  expect(replayPath(roomId, 999)).toBe(replayPath(roomId))
  expect(replayPath(roomId, 75_900)).toBe(`/packages/live/replay/index?id=${roomId}&at=75`)
  expect(readReplayParams({ id: roomId, at: '75' })).toEqual({ roomId, fromMs: 75_000 })
})

it.each([
  ['no moment', undefined, 0],
  ['no number', '1e9', 0],
  ['a moment before it', '-5', 0],
  ['one after any show', '99999', 86_400_000],
])('begins where it can with %s', (_case, at, fromMs) => {
  expect(readReplayParams({ id: roomId, ...(at !== undefined && { at }) })).toEqual({ roomId, fromMs })
})

it('is no show when the link names none', () => {
  expect(readReplayParams({})).toBeNull()
  expect(readReplayParams({ id: 'r_1' })).toBeNull()
})
