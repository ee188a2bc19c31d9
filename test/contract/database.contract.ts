import { sql } from 'kysely'
import * as v from 'valibot'
import { contract, operation } from '@/contracts/contract'
import type { toFen } from '@/domain/money'
import { ok } from '@/domain/result'
import type { RoomEventBody } from '@/domain/room'
import { MINUTE } from '@/domain/time'
import { cloudFunction } from '../../cloudfunctions/_kernel/cloud-function'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import { isConflict } from '../../cloudfunctions/_kernel/database/is-conflict'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { runDueJobs, type JobHandlers } from '../../cloudfunctions/_kernel/jobs'
import { withContext } from '../../cloudfunctions/_kernel/kernel'
import type { Context } from '../../cloudfunctions/_kernel/operation'
import { appendRoomEvent } from '../../cloudfunctions/_kernel/room-log'
import { inTransaction } from '../../cloudfunctions/_kernel/transaction'
import { givenMerchant, givenProduct, givenRoom } from '../builders/given'
import { leaveJob } from '../builders/leave-job'
import { TestApplication } from '../builders/test-application'

export interface OpenedDatabase {
  readonly db: Database
  close(): Promise<void>
}

const SLOW_START_MS = 60_000
const LARGE = Number.MAX_SAFE_INTEGER
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const text = v.object({ text: v.string() })
const shopOperations = contract('shops', {
  open: operation({ caller: 'viewer', effect: 'once', input: text, output: text, errors: [] }),
})
const shops = cloudFunction(shopOperations, {
  async open({ db, ids }, { text: name }) {
    const merchantId = ids.make('merchant')
    await db
      .insertInto('merchants')
      .values({ merchant_id: merchantId, name, logo_url: '', created_at: 0 })
      .execute()
    return ok({ text: merchantId })
  },
})

/** What operations rely on, whichever engine is below them. */
export function databaseContract(name: string, open: () => Promise<OpenedDatabase>): void {
  describe(name, () => {
    let opened: OpenedDatabase
    let test: TestApplication
    beforeAll(async () => {
      opened = await open()
      await Promise.all(times(3, () => migrate(opened.db)))
      test = new TestApplication(opened.db, [shops])
    }, SLOW_START_MS)
    beforeEach(() => test.reset())
    afterAll(() => opened.close())
    const inContext = <T>(work: (context: Context) => Promise<T>) =>
      withContext({ db: opened.db, ports: test.ports, trade: test.trade, checksReplies: true }, {}, work)

    describe('values', () => {
      it('keep large numbers, JSON and bytes as they were', async () => {
        const merchantId = await givenMerchant(test)
        const roomId = await givenRoom(test, merchantId)
        await test.db.updateTable('rooms').set({ likes: LARGE }).execute()
        const body = { type: 'picture-changed', picture: 'away', nested: [1, null, '梨"\u2028'] }
        await test.db
          .insertInto('room_events')
          .values({
            merchant_id: merchantId,
            room_id: roomId,
            seq: 1,
            at: LARGE,
            type: 'picture-changed',
            body: JSON.stringify(body),
            sent_at: null,
          })
          .execute()
        const bytes = Buffer.from(times(256, (index) => index))
        const picture_id = test.ids.make('picture', merchantId)
        await test.db
          .insertInto('pictures')
          .values({ merchant_id: merchantId, picture_id, type: 'image/png', bytes, created_at: 0 })
          .execute()
        const room = await test.db.selectFrom('rooms').selectAll().executeTakeFirstOrThrow()
        expect(room).toMatchObject({ likes: LARGE, explaining: [], pulse_is_stale: false })
        const event = await test.db.selectFrom('room_events').selectAll().executeTakeFirstOrThrow()
        expect(event).toMatchObject({ at: LARGE, body, sent_at: null, claimed_until: 0 })
        const picture = await test.db.selectFrom('pictures').select('bytes').executeTakeFirstOrThrow()
        expect(Buffer.from(picture.bytes)).toEqual(bytes)
        const { rows } = await sql<{ n: unknown }>`select count(*) as n from rooms`.execute(test.db)
        expect(rows).toEqual([{ n: 1 }])
      })

      it('cannot break the rules that the tables keep', async () => {
        const merchantId = await givenMerchant(test)
        await givenProduct(test, merchantId, { skus: [{ available: 2 }] })
        const sellThree = test.db.updateTable('skus').set((sku) => ({ available: sku('available', '-', 3) }))
        await expect(sellThree.execute()).rejects.toMatchObject({ code: '23514' })
        await expect(
          test.db
            .updateTable('skus')
            .set({ price_fen: -1 as ReturnType<typeof toFen> })
            .execute(),
        ).rejects.toMatchObject({ code: '23514' })
      })

      it('are counted by every command that changes them', async () => {
        const merchantId = await givenMerchant(test)
        await givenProduct(test, merchantId, { skus: [{}, {}, {}] })
        const updated = await test.db.updateTable('skus').set({ available: 1 }).executeTakeFirst()
        const deleted = await test.db.deleteFrom('skus').where('position', '>', 0).executeTakeFirst()
        expect([updated.numUpdatedRows, deleted.numDeletedRows]).toEqual([3n, 2n])
      })
    })

    describe('transactions', () => {
      it('see all of one another or nothing', async () => {
        const merchantId = await givenMerchant(test)
        await givenProduct(test, merchantId, { skus: [{ available: 0 }] })
        const addTwice = (isFailing: boolean) =>
          inContext((context) =>
            inTransaction(context, async ({ db }) => {
              for (let i = 0; i < 2; i += 1)
                await db
                  .updateTable('skus')
                  .set((sku) => ({ available: sku('available', '+', 1) }))
                  .execute()
              if (isFailing) throw new Error('rolled back')
            }),
          ).catch(() => undefined)
        const seen = Promise.all(
          times(20, async () => {
            const sku = await test.db.selectFrom('skus').select('available').executeTakeFirstOrThrow()
            return sku.available % 2
          }),
        )
        await Promise.all(times(20, (index) => addTwice(index % 2 === 1)))
        expect(new Set(await seen)).toEqual(new Set([0]))
        const sku = await test.db.selectFrom('skus').select('available').executeTakeFirstOrThrow()
        expect(sku.available).toBe(20)
      })

      it('leave time to others while they queue', async () => {
        let turns = 0
        const counting = setInterval(() => (turns += 1), 1)
        await Promise.all(times(400, () => sql`select 1`.execute(test.db)))
        clearInterval(counting)
        expect(turns).toBeGreaterThan(2)
      })

      it('run effects after the commit and outside of it, and none when rolled back', async () => {
        const told: string[] = []
        const work = (context: Context, isFailing: boolean) =>
          inTransaction(context, async (inside) => {
            inside.afterCommit(async (after) => {
              told.push(`${after.db.isTransaction} ${isFailing}`)
            })
            if (isFailing) throw new Error('rolled back')
          })
        await inContext(async (context) => {
          await work(context, true).catch(() => undefined)
          await work(context, false)
          expect(told).toEqual(['false false'])
        })
      })

      it('start again when the database gives them up', async () => {
        let attempts = 0
        const result = await inContext((context) =>
          inTransaction(context, async ({ db }) => {
            attempts += 1
            if (attempts < 3)
              await sql`do $$ begin raise exception 'gave up' using errcode = '40001'; end $$`.execute(db)
            return 'done'
          }),
        )
        expect([result, attempts]).toEqual(['done', 3])
        const failing = inContext((context) =>
          inTransaction(context, async ({ db }) => {
            attempts += 1
            await sql`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`.execute(db)
          }),
        )
        expect(isConflict(await failing.catch((cause: unknown) => cause))).toBe(true)
        expect(attempts).toBe(3 + 4)
      })
    })

    describe('operations', () => {
      it('do the work of 64 callers with one key once', async () => {
        const viewer = await test.someone()
        const answers = await Promise.all(
          times(64, async () => {
            const response = await test.post('/api/shops/open', '{"text":"梨"}', {
              authorization: `Bearer ${viewer.token}`,
              'idempotency-key': 'the-only-key',
            })
            return response.text()
          }),
        )
        expect(new Set(answers).size).toBe(1)
        expect(answers[0]).toMatch(/^\{"ok":true/)
        expect(await test.db.selectFrom('merchants').select('name').execute()).toEqual([{ name: '梨' }])
      })

      it('do the work of 64 callers with keys of their own', async () => {
        const viewer = await test.someone()
        const answers = await Promise.all(
          times(64, () => test.as(viewer).refusal('shops/open', { text: '梨' })),
        )
        expect(new Set(answers)).toEqual(new Set(['ok']))
        expect(await test.db.selectFrom('merchants').select('name').execute()).toHaveLength(64)
      })
    })

    describe('the room log', () => {
      it('has no gap and no repeat, whoever writes at the same time', async () => {
        const roomId = await givenRoom(test, await givenMerchant(test))
        const body: RoomEventBody = { type: 'explain-stopped' }
        const append = (isFailing: boolean) =>
          inContext((context) =>
            inTransaction(context, async (inside) => {
              await appendRoomEvent(inside, roomId, body)
              if (isFailing) throw new Error('rolled back')
            }),
          ).catch(() => undefined)
        await Promise.all(times(40, (index) => append(index % 4 === 3)))
        const rows = await test.db
          .selectFrom('room_events')
          .select(['seq', 'sent_at'])
          .orderBy('seq')
          .execute()
        expect(rows.map((row) => row.seq)).toEqual(times(30, (index) => index + 1))
        const sent = test.chat.notices.flatMap((notice) =>
          notice.kind === 'event' ? [notice.event.seq] : [],
        )
        expect(sent.sort((a, b) => a - b)).toEqual(times(30, (index) => index + 1))
        expect(rows.every((row) => row.sent_at !== null)).toBe(true)
      })
    })

    describe('jobs', () => {
      const leave = async (count: number) => {
        const merchantId = await givenMerchant(test)
        for (const subject of times(count, () => test.ids.make('refund', merchantId)))
          for (let i = 0; i < 2; i += 1)
            await leaveJob(test, { kind: 'send-refund', subject, dueAt: test.clock.now() })
      }
      const work = (handlers: JobHandlers) => inContext((context) => runDueJobs(context, handlers))

      it('are taken once by two workers', async () => {
        await leave(50)
        const done: string[] = []
        const handlers: JobHandlers = {
          'send-refund': async (_context, subject) => {
            done.push(subject)
            return 'done'
          },
        }
        await Promise.all([work(handlers), work(handlers)])
        await work(handlers)
        expect(done).toHaveLength(50)
        expect(new Set(done).size).toBe(50)
      })

      it('come back later each time when they are not done, and are told of when they never are', async () => {
        await leave(1)
        const attempts: number[] = []
        const handlers: JobHandlers = {
          'send-refund': async (context) => {
            attempts.push((context.clock.now() - start) / 1000)
            if (attempts.length % 2 === 0) throw new Error('the wallet is silent')
            return 'again'
          },
        }
        const start = test.clock.now()
        for (let second = 0; second < 3600; second += 10) {
          await work(handlers)
          test.clock.advance(10_000)
        }
        expect(attempts).toEqual([0, 30, 90, 210, 450, 930, 1530, 2130, 2730, 3330])
        expect(test.log.takeAlarms()).toEqual(['job-keeps-failing', 'job-keeps-failing'])
      })

      it('wait for a process that knows their kind, and for their time', async () => {
        const merchantId = await givenMerchant(test)
        const subject = test.ids.make('order', merchantId)
        await leaveJob(test, { kind: 'close-unpaid-order', subject, dueAt: test.clock.now() + MINUTE })
        const done: string[] = []
        const closing: JobHandlers = {
          'close-unpaid-order': async (_context, order) => {
            done.push(order)
            return 'done'
          },
        }
        await work(closing)
        test.clock.advance(MINUTE)
        await work({})
        await work({ 'send-refund': async () => 'done' })
        expect(done).toEqual([])
        await work(closing)
        expect(done).toEqual([subject])
      })
    })
  })
}
