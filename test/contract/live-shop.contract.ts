import { sql } from 'kysely'
import type { RoomId } from '@/domain/ids'
import { openRoomLog, receiveEvents } from '@/domain/room-log'
import type { RoomState } from '@/domain/room'
import { orders } from '../../cloudfunctions/orders'
import { rooms } from '../../cloudfunctions/rooms'
import { shelf } from '../../cloudfunctions/shelf'
import { createApplication } from '../../cloudfunctions/_kernel/application'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { loadRoomState } from '../../cloudfunctions/_kernel/live/load-rooms'
import { givenMerchant, givenOnShelf, givenRoom } from '../builders/given'
import { givenBuyer, givenSale, stockOf, wishOf } from '../builders/given-sale'
import { type Actor, TestApplication } from '../builders/test-application'
import type { OpenedDatabase } from './database.contract'

const SLOW_START_MS = 60_000
const STOCK = 25
const BUYERS = 30

/** A show with everything going on at once: the log that viewers follow and the tables never disagree. */
export function liveShopContract(name: string, open: () => Promise<OpenedDatabase>): void {
  describe(name, () => {
    let opened: OpenedDatabase
    let test: TestApplication
    beforeAll(async () => {
      opened = await open()
      await migrate(opened.db)
      test = new TestApplication(opened.db, [orders, rooms, shelf])
    }, SLOW_START_MS)
    beforeEach(() => test.reset())
    afterAll(() => opened.close())

    const stateOf = async (roomId: RoomId): Promise<RoomState> => {
      const state = await loadRoomState(test, roomId)
      if (!state) throw new Error('The room is there')
      return state
    }
    const follow = async (host: Actor, from: RoomState): Promise<RoomState> => {
      const { events } = await test.as(host).ask('rooms/events', { roomId: from.room.id, since: from.seq })
      return receiveEvents(openRoomLog(from), events).state
    }

    it('sells what there is, and whoever follows the log of a room sees what is so', async () => {
      const sale = await givenSale(test, STOCK)
      const { roomId, productId, host } = sale
      // the same product in a second room, where it comes and goes
      const other = await givenRoom(test, sale.merchantId)
      const upcoming = await givenRoom(test, sale.merchantId, 'upcoming')
      await givenOnShelf(test, upcoming, productId)
      const buyers = await Promise.all(Array.from({ length: BUYERS }, () => givenBuyer(test)))
      const seen = [await stateOf(roomId), await stateOf(other), await stateOf(upcoming)]

      const showing = async (): Promise<void> => {
        for (let round = 0; round < 15; round += 1) {
          await test.as(host).ask('shelf/put-on-shelf', { roomId: other, productId })
          await test.as(host).ask('shelf/explain', { roomId: other, productId })
          await test.as(host).ask('shelf/take-off-shelf', { roomId: other, productId })
          seen.push(await stateOf(roomId), await stateOf(other))
        }
        await test.as(host).ask('shelf/put-on-shelf', { roomId: other, productId })
      }
      const buying = buyers.map((buyer) => test.as(buyer).refusal('orders/place-order', wishOf(sale, buyer)))
      const [answers] = await Promise.all([Promise.all(buying), showing()])

      expect(answers.filter((answer) => answer === 'ok')).toHaveLength(STOCK)
      expect(new Set(answers)).toEqual(new Set(['ok', 'sold-out quantity']))
      expect(await stockOf(test, sale)).toEqual({ available: 0, reserved: STOCK, sold: 0 })
      for (const state of seen) expect(await follow(host, state)).toEqual(await stateOf(state.room.id))
      expect(test.log.takeAlarms()).toEqual([])
    }, 60_000)

    it('shelves a product with what is left after the order that was first', async () => {
      const { productId, host, merchantId } = await givenSale(test, 10)
      const roomId = await givenRoom(test, merchantId)
      const shelving = await test.db.transaction().execute(async (order) => {
        await order.updateTable('skus').set({ available: 9 }).execute()
        const shelved = test.as(host).ask('shelf/put-on-shelf', { roomId, productId })
        const progress = { isWaiting: true }
        void shelved.then(() => (progress.isWaiting = false))
        // time enough for a shelf that does not wait for the order to be wrong
        for (let look = 0; progress.isWaiting && look < 200; look += 1) await sql`select 1`.execute(order)
        return { shelved }
      })
      expect((await shelving.shelved).product.skus).toMatchObject([{ available: 9 }])
    })

    it('counts every like of a crowd, and its people', async () => {
      const { roomId } = await givenSale(test)
      const crowd = await Promise.all(Array.from({ length: 20 }, () => test.someone()))
      const answers = await Promise.all(
        crowd.flatMap((viewer) =>
          [1, 2, 3].map((likes) => test.as(viewer).refusal('rooms/pulse', { roomId, likes })),
        ),
      )
      expect(new Set(answers)).toEqual(new Set(['ok']))
      const { rooms: cards } = await test.as(null).ask('rooms/list')
      expect(cards).toMatchObject([{ viewers: 20, likes: 120 }])
    })

    it('tells sixty rooms their own counters in one tick, each once by two instances', async () => {
      const merchantId = await givenMerchant(test, await test.someone())
      const likes = new Map<RoomId, number>()
      for (let more = 1; more <= 60; more += 1) likes.set(await givenRoom(test, merchantId), more)
      for (const [roomId, count] of likes)
        await opened.db
          .updateTable('rooms')
          .set({ likes: count, pulse_is_stale: true })
          .where('merchant_id', '=', merchantId)
          .where('room_id', '=', roomId)
          .execute()
      const other = createApplication({ db: opened.db, ports: test.ports, functions: [rooms] })
      await Promise.all([test.tick(), other.tick()])
      const told = test.chat.notices.flatMap((notice) =>
        notice.kind === 'pulse' ? [[notice.roomId, notice.pulse.likes] as const] : [],
      )
      expect(told).toHaveLength(60)
      expect(new Map(told)).toEqual(likes)
    })

    it('counts everybody of a crowd that asks for an explanation, and answers all of them at once', async () => {
      const { roomId, productId, host } = await givenSale(test)
      const crowd = await Promise.all(Array.from({ length: 20 }, () => test.someone()))
      const askAll = () =>
        Promise.all(
          [...crowd, ...crowd].map((viewer) =>
            test.as(viewer).refusal('shelf/ask-to-explain', { roomId, productId }),
          ),
        )
      const asks = async () => (await test.as(host).ask('rooms/enter', { roomId })).pulse.asks
      expect(new Set(await askAll())).toEqual(new Set(['ok']))
      expect(await asks()).toEqual({ [productId]: 20 })
      // the last notice of all tells the last ask of all
      test.clock.advance(3_000)
      await test.tick()
      expect(test.chat.notices.at(-1)).toMatchObject({ pulse: { asks: { [productId]: 20 } } })
      const [answers] = await Promise.all([
        askAll(),
        test.as(host).ask('shelf/explain', { roomId, productId }),
      ])
      expect(new Set(answers)).toEqual(new Set(['ok']))
      expect(await asks()).toEqual({})
    })
  })
}
