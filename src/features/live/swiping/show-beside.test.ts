import type { RoomCard } from '@/contracts/rooms'
import { composeId } from '@/domain/ids'
import { aRoomState, merchantId } from '../../../../test/builders/room'
import { showBeside } from './show-beside'

const idOf = (name: string) => composeId('room', name.padEnd(12, '0'), merchantId)
const cardOf = (name: string, status: 'live' | 'ended' = 'live') =>
  ({ room: { ...aRoomState().room, id: idOf(name), status } }) as RoomCard
const feed = [cardOf('a'), cardOf('b'), cardOf('c'), cardOf('over', 'ended')]

it.each([
  ['the next', 'a', 1, 'b'],
  ['the one before', 'b', -1, 'a'],
  ['the first after the last', 'c', 1, 'a'],
  ['the last before the first', 'a', -1, 'c'],
  ['the first after one that is over', 'over', 1, 'a'],
  ['the last before one that is over', 'over', -1, 'c'],
] as const)('finds %s', (_case, from, step, to) => {
  expect(showBeside(feed, idOf(from), step)).toBe(idOf(to))
})

it('finds none where nobody else is live', () => {
  expect(showBeside([cardOf('a')], idOf('a'), 1)).toBeNull()
  expect(showBeside([cardOf('over', 'ended')], idOf('over'), 1)).toBeNull()
})
