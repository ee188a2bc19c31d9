import { givenBuyer, givenSale, wishOf } from '../../test/builders/given-sale'
import { heardSince, stateOf, typesToldIn } from '../../test/builders/room-events'
import { setUpApplication } from '../../test/builders/test-application'
import { orders } from '../orders'
import { rooms } from '../rooms'
import { shelf } from './index'

const test = setUpApplication([shelf, rooms, orders])

it('hides a price from the room and from every quote, until the host reveals it', async () => {
  const sale = await givenSale(test())
  const buyer = await givenBuyer(test())
  const { roomId, productId } = sale
  const before = await stateOf(test(), roomId)
  const quote = () => test().as(buyer).refusal('orders/quote', wishOf(sale, buyer))
  expect(await quote()).toBe('ok')
  for (let i = 0; i < 2; i += 1) await test().as(sale.host).ask('shelf/hide-price', { roomId, productId })
  expect(await quote()).toBe('price-hidden skuId')
  expect((await stateOf(test(), roomId)).offers.hiddenPrices).toEqual([productId])
  for (let i = 0; i < 2; i += 1) await test().as(sale.host).ask('shelf/reveal-price', { roomId, productId })
  expect(await quote()).toBe('ok')
  expect(typesToldIn(test(), roomId)).toEqual(['price-hidden', 'price-revealed'])
  expect(heardSince(test(), before)).toEqual(await stateOf(test(), roomId))
})

it.each(['hide-price', 'reveal-price'])(
  '%s is about what is on the shelf of a show to come or on',
  async (name) => {
    const sale = await givenSale(test())
    const { roomId, productId, host, merchantId } = sale
    const ask = (input: object) =>
      test()
        .as(host)
        .refusal(`shelf/${name}`, { roomId, productId, ...input })
    expect(await ask({ productId: test().ids.make('product', merchantId) })).toBe('product-off-shelf')
    expect(await ask({ roomId: test().ids.make('room', merchantId) })).toBe('room-not-found')
    await test().as(host).ask('rooms/end', { roomId })
    expect(await ask({})).toBe('room-ended')
    expect(
      await test()
        .as(await test().someone())
        .refusal(`shelf/${name}`, { roomId, productId }),
    ).toBe('forbidden')
  },
)
