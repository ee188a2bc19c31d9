import type { ProductId, RoomId } from '@/domain/ids'
import { SECOND } from '@/domain/time'
import { offers } from '../../cloudfunctions/offers'
import { rooms } from '../../cloudfunctions/rooms'
import { shelf } from '../../cloudfunctions/shelf'
import { givenMerchant, givenProduct, givenRoom } from '../builders/given'
import { type Actor, setUpApplication, type TestApplication } from '../builders/test-application'
import { Random } from '../simulation/engine/random'
import { LossyRoom, type Weather } from './lossy-room'

const application = setUpApplication([rooms, shelf, offers])
const STORM: Weather = { lost: 0.3, doubled: 0.1, slowest: 800 }
const RECOVERED_MS = 2 * SECOND
const VIEWERS = 6

/** A host who does at random what hosts do: shows, hides, explains, prices, stocks up. */
class BusyHost {
  constructor(
    private readonly test: TestApplication,
    private readonly host: Actor,
    private readonly roomId: RoomId,
    private readonly products: readonly ProductId[],
    private readonly random: Random,
  ) {}

  async act(): Promise<void> {
    const { roomId } = this
    const productId = this.random.pick(this.products)
    const by = this.test.as(this.host)
    const skuId = await this.#skuOf(productId)
    const acts = [
      () => by.call('shelf/put-on-shelf', { roomId, productId }),
      () => by.call('shelf/explain', { roomId, productId }),
      () => by.call('shelf/stop-explaining', { roomId }),
      () => by.call('shelf/take-off-shelf', { roomId, productId }),
      () => by.call('offers/correct-stock', { skuId, quantity: 1, reason: '补货' }),
    ]
    await this.random.pick(acts)()
  }

  async #skuOf(productId: ProductId) {
    const { sku_id: skuId } = await this.test.db
      .selectFrom('skus')
      .select('sku_id')
      .where('product_id', '=', productId)
      .executeTakeFirstOrThrow()
    return skuId
  }
}

async function setUp(weather: Weather, seed: number) {
  const test = application()
  const host = await test.someone('weapp', '阿岚')
  const merchantId = await givenMerchant(test, host)
  const roomId = await givenRoom(test, merchantId)
  const products: ProductId[] = []
  for (let n = 0; n < 5; n += 1) products.push(await givenProduct(test, merchantId))
  const random = new Random(seed)
  const busyHost = new BusyHost(test, host, roomId, products, random)
  const room = new LossyRoom(test, roomId, weather, () => random.next())
  for (let n = 0; n < VIEWERS; n += 1) await room.enter(await test.someone(n % 2 === 0 ? 'weapp' : 'alipay'))
  const truth = async () => {
    const reply = await test.as(await test.someone()).ask('rooms/enter', { roomId })
    return reply.state
  }
  const expectAllToKnow = async () => {
    const state = await truth()
    for (const seen of room.statesOfViewers()) expect(seen).toEqual(state)
    expect(state.seq).toBeGreaterThan(4)
  }
  return { test, room, busyHost, expectAllToKnow }
}

describe('a room in bad weather', () => {
  it.each([1, 2, 3, 4])(
    'is the same for everybody soon after the last notice, although a third were lost (seed %i)',
    async (seed) => {
      const { room, busyHost, expectAllToKnow } = await setUp(STORM, seed)
      for (let n = 0; n < 40; n += 1) {
        await busyHost.act()
        await room.pass(200)
      }
      // the next sign of life tells the newest number to whoever missed every notice of it
      await room.pass(10 * SECOND + RECOVERED_MS)
      await expectAllToKnow()
    },
  )

  it.each([5, 6])('is the same within two seconds after ten without a network (seed %i)', async (seed) => {
    const { room, busyHost, expectAllToKnow } = await setUp(STORM, seed)
    await room.pass(SECOND)
    room.goOut()
    for (let n = 0; n < 30; n += 1) {
      await busyHost.act()
      await room.pass(300)
    }
    await room.pass(SECOND)
    room.comeBack()
    await room.pass(RECOVERED_MS)
    await expectAllToKnow()
  })

  it('is the same at once in good weather', async () => {
    const { room, busyHost, expectAllToKnow } = await setUp({ lost: 0, doubled: 0, slowest: 0 }, 7)
    for (let n = 0; n < 40; n += 1) await busyHost.act()
    await room.pass(500)
    await expectAllToKnow()
  })
})
