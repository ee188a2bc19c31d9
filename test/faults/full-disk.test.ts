import fs from 'node:fs'
import { openDatabase, type Database } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { systemClock } from '../../cloudfunctions/_kernel/adapters/system-clock'
import { auditShop } from '../builders/audit-shop'
import { FakeWallet } from '../builders/fake-wallet'
import { givenCrowd, givenGoods, givenStall } from './crowd'
import { temporaryFolder } from './engines'
import { ask, openInstance } from './instance'

const LONG_MS = 120_000
const place = temporaryFolder()
let db: Database
beforeAll(async () => {
  db = await openDatabase(place.folder)
  await migrate(db)
}, LONG_MS)
afterAll(async () => {
  await db.destroy()
  place.remove()
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** From now on the disk takes nothing more for the database's files. */
function refuseWrites(code: 'ENOSPC' | 'EROFS' | 'EIO'): void {
  const write = fs.writeSync.bind(fs) as (...args: unknown[]) => number
  jest.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
    if (fs.readlinkSync(`/proc/self/fd/${String(args[0])}`).startsWith(place.folder))
      throw Object.assign(new Error(`${code}: the disk takes nothing`), { code })
    return write(...args)
  })
}

it.each(['ENOSPC', 'EROFS', 'EIO'] as const)(
  'a disk that answers %s makes the shop busy, loses nothing, and is forgiven when it recovers',
  async (code) => {
    const wallets = {
      'wechat-pay': new FakeWallet('wechat-pay', systemClock),
      alipay: new FakeWallet('alipay', systemClock),
    }
    const { application, log } = openInstance(db, wallets)
    const stall = await givenStall(db)
    const skuId = await givenGoods(db, stall, { stock: 30 })
    const crowd = await givenCrowd(db, 40)
    const all = () =>
      Promise.all(
        crowd.map(({ token, addressId }, index) =>
          ask((request) => application.fetch(request), {
            token,
            name: 'orders/place-order',
            input: { roomId: stall.roomId, items: [{ skuId, quantity: 1 }], addressId },
            key: `key-of-${index}`,
          }),
        ),
      )
    const before = await all()
    refuseWrites(code)
    // What was sold is still told of where it was not the disk that had to say it; nothing new is sold.
    for (let round = 0; round < 3; round += 1)
      expect(new Set((await all()).map(({ status }) => status < 500))).toEqual(new Set([true]))
    const more = await givenGoodsRefused(stall)
    expect(more).toBe('refused')
    expect(new Set(log.takeAlarms())).toEqual(new Set(['database-unavailable']))

    jest.restoreAllMocks()
    expect((await all()).map(({ order }) => order?.id)).toEqual(before.map(({ order }) => order?.id))
    expect(before.filter(({ order }) => order !== null)).toHaveLength(30)
    expect(await auditShop(db)).toEqual([])
    await givenGoods(db, stall, { stock: 1, position: 2 })
  },
  LONG_MS,
)

const givenGoodsRefused = (stall: Awaited<ReturnType<typeof givenStall>>): Promise<string> =>
  givenGoods(db, stall, { stock: 1, position: 3 }).then(
    () => 'taken',
    () => 'refused',
  )
