import { aRoomState, aShelfProduct, merchantId, productIdOf, skuIdOf } from '../../test/builders/room'
import { composeId } from './ids'
import { reduceRoom, type RoomEvent, type RoomEventBody, type RoomState } from './room'
import { NO_OFFERS, type RoomDraw } from './room-offers'

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
    expect(state.explaining).toEqual([])
  })

  it('knows whether a picture arrives', () => {
    expect(after({ type: 'picture-changed', picture: 'away' }).room.picture).toBe('away')
  })

  it('shows the product that is being explained until it is not', () => {
    const start = { type: 'explain-started', productId: productIdOf(2) } as const
    expect(after(start).explaining).toEqual([productIdOf(2)])
    expect(after(start, { type: 'explain-stopped' }).explaining).toEqual([])
  })

  it('shows products that are explained together, and stops with one of them', () => {
    const first = { type: 'explain-started', productId: productIdOf(2) } as const
    const second = { type: 'explain-started', productId: productIdOf(1), together: true } as const
    expect(after(first, second).explaining).toEqual([productIdOf(2), productIdOf(1)])
    const stop = { type: 'explain-stopped', productId: productIdOf(2) } as const
    expect(after(first, second, stop).explaining).toEqual([productIdOf(1)])
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
    expect(after(start, { type: 'product-unshelved', productId: productIdOf(2) }).explaining).toEqual([])
    expect(after(start, { type: 'product-unshelved', productId: productIdOf(1) }).explaining).toEqual([
      productIdOf(2),
    ])
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

  it('passes on what is said and offered', () => {
    const { talk, offers } = after(
      { type: 'notice-changed', notice: '今晚抽奖' },
      { type: 'price-hidden', productId: productIdOf(1) },
    )
    expect([talk.notice, offers.hiddenPrices]).toEqual(['今晚抽奖', [productIdOf(1)]])
  })

  it('takes a product’s offers off the shelf with it', () => {
    const hidden = { type: 'price-hidden', productId: productIdOf(1) } as const
    expect(after(hidden, { type: 'product-unshelved', productId: productIdOf(1) }).offers).toEqual(NO_OFFERS)
    const other = after(hidden, { type: 'product-unshelved', productId: productIdOf(9) })
    expect(other.offers.hiddenPrices).toEqual([productIdOf(1)])
  })

  it('offers nothing any more once it has ended, but its draw goes on', () => {
    const draw: RoomDraw = {
      id: composeId('draw', 'draw1'.padEnd(12, '0'), merchantId),
      prize: '脐橙一箱',
      winners: 1,
      phrase: null,
      commitment: 'c',
      closesAt: 1,
      result: null,
    }
    const open = { type: 'draw-opened', draw } as const
    const hidden = { type: 'price-hidden', productId: productIdOf(1) } as const
    expect(after(hidden, open, { type: 'room-ended' }).offers).toEqual({ ...NO_OFFERS, draw })
    const result = { secret: 's', entrants: 1, entrantsHash: 'e', winners: [] }
    const drawn = { type: 'draw-drawn', drawId: draw.id, result } as const
    expect(after(open, { type: 'room-ended' }, drawn).offers.draw?.result).toEqual(result)
  })
})
