import { aRoomState, aShelfProduct, productIdOf, skuIdOf } from '../../test/builders/room'
import { reduceRoom, type RoomEvent, type RoomEventBody, type RoomState } from './room'

const event = (seq: number, body: RoomEventBody): RoomEvent => ({ seq, at: 1_000 + seq, ...body })
const after = (...bodies: readonly RoomEventBody[]): RoomState =>
  bodies.reduce((state, body, index) => reduceRoom(state, event(index + 1, body)), aRoomState())

describe('a room', () => {
  it('goes live and ends', () => {
    expect(after({ type: 'room-started' }).room.status).toBe('live')
    expect(after({ type: 'room-ended' }).room.status).toBe('ended')
  })

  it('explains nothing any more once it has ended', () => {
    const state = after({ type: 'explain-started', productId: productIdOf(2) }, { type: 'room-ended' })
    expect(state.explaining).toBeNull()
  })

  it('knows whether a picture arrives', () => {
    expect(after({ type: 'picture-changed', picture: 'away' }).room.picture).toBe('away')
  })

  it('shows the product that is being explained until it is not', () => {
    const start = { type: 'explain-started', productId: productIdOf(2) } as const
    expect(after(start).explaining).toBe(productIdOf(2))
    expect(after(start, { type: 'explain-stopped' }).explaining).toBeNull()
  })

  it('keeps the shelf in the order of its numbers', () => {
    const state = after(
      { type: 'product-shelved', product: aShelfProduct(4) },
      {
        type: 'product-shelved',
        product: aShelfProduct(3),
      },
    )
    expect(state.shelf.map(({ position }) => position)).toEqual([1, 2, 3, 4])
  })

  it('replaces a product that is put on the shelf again', () => {
    const state = after({ type: 'product-shelved', product: aShelfProduct(2, { name: '新名字' }) })
    expect(state.shelf.map(({ name }) => name)).toEqual(['赣南脐橙', '新名字'])
  })

  it('stops explaining a product that leaves the shelf, and only that one', () => {
    const start = { type: 'explain-started', productId: productIdOf(2) } as const
    expect(after(start, { type: 'product-unshelved', productId: productIdOf(2) }).explaining).toBeNull()
    expect(after(start, { type: 'product-unshelved', productId: productIdOf(1) }).explaining).toBe(
      productIdOf(2),
    )
  })

  it('counts the stock of one SKU', () => {
    const state = after({ type: 'stock-changed', productId: productIdOf(1), skuId: skuIdOf(1), available: 3 })
    expect(state.shelf.map(({ skus }) => skus[0]?.available)).toEqual([3, 10])
  })

  it('leaves the other SKUs of a product alone', () => {
    const state = after({ type: 'stock-changed', productId: productIdOf(1), skuId: skuIdOf(9), available: 3 })
    expect(state.shelf[0]?.skus[0]?.available).toBe(10)
  })

  it('does not apply an event twice', () => {
    const once = after({ type: 'room-started' })
    expect(reduceRoom(once, event(1, { type: 'room-ended' }))).toBe(once)
  })

  it('does not jump over a gap', () => {
    expect(() => reduceRoom(aRoomState(), event(2, { type: 'room-started' }))).toThrow('gap')
  })

  it('does not take an event that it does not know', () => {
    const unknown = { seq: 1, at: 1, type: 'fireworks' } as unknown as RoomEvent
    expect(() => reduceRoom(aRoomState(), unknown)).toThrow('fireworks')
  })
})
