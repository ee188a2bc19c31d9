import { composeId } from '@/domain/ids'
import { readRoomParams } from './room-params'

const roomId = composeId('room', 'room00000000', composeId('merchant', 'orchard0'))

it('reads a shared link', () => {
  expect(readRoomParams({ id: roomId, t: 'a%2Bb.c' })).toEqual({ roomId, sharerToken: 'a+b.c' })
})

it('reads a printed code', () => {
  expect(readRoomParams({ scene: encodeURIComponent(roomId) })).toEqual({ roomId })
})

it.each([
  ['nothing', {}],
  ['another kind of id', { id: roomId.replace('r_', 'o_') }],
  ['a broken escape', { scene: '%E0%A4%A' }],
  ['markup', { id: '<script>' }],
])('finds no room in %s', (_, params) => {
  expect(readRoomParams(params)).toBeNull()
})

it('reads what was explained when it was shared, and drops what is no product', () => {
  const productId = composeId('product', 'orange000000', composeId('merchant', 'orchard0'))
  expect(readRoomParams({ id: roomId, p: productId })).toEqual({ roomId, productId })
  expect(readRoomParams({ id: roomId, p: '<script>' })).toEqual({ roomId })
})

it('opens the room without a token that cannot be one', () => {
  expect(readRoomParams({ id: roomId, t: 'x'.repeat(513) })).toEqual({ roomId })
})
