import { toFen } from '@/domain/money'
import { systemClock } from '../../cloudfunctions/_kernel/adapters/system-clock'
import type { Application } from '../../cloudfunctions/_kernel/application'
import { auditShop } from '../builders/audit-shop'
import { FakeWallet } from '../builders/fake-wallet'
import { type Buyer, givenCrowd, givenGoods, givenStall, type Stall } from './crowd'
import { embeddedEngine, type Engine, timesOf, twoOnPostgres } from './engines'
import { type Answer, ask, openInstance, tell } from './instance'
import { type Chance, chanceOf } from './seeded'

const STAMPEDES = timesOf('LIVESTALL_STAMPEDES', 20)
const FIRST_SEED = timesOf('LIVESTALL_SEED', 1)
const LONG_MS = 1_800_000
const CROWD = 500

interface Stage {
  readonly engine: Engine
  readonly applications: readonly Application[]
  readonly wallet: FakeWallet
  readonly crowd: readonly Buyer[]
}

async function openStage(engine: Engine): Promise<Stage> {
  const wallet = new FakeWallet('wechat-pay', systemClock)
  const wallets = { 'wechat-pay': wallet, alipay: new FakeWallet('alipay', systemClock) }
  return {
    engine,
    wallet,
    applications: engine.databases.map((db) => openInstance(db, wallets).application),
    crowd: await givenCrowd(engine.databases[0], CROWD),
  }
}

interface Placed {
  readonly buyer: Buyer
  readonly answer: Answer
}

/** Everybody wants one, some of them press twice: by both presses they ask for the same. */
async function storm(stage: Stage, stall: Stall, chance: Chance) {
  const stock = chance.between(1, 100)
  const buyers = chance.shuffle(stage.crowd).slice(0, chance.between(10, CROWD))
  const skuId = await givenGoods(stage.engine.databases[0], stall, { stock })
  const presses = chance.shuffle(
    buyers.flatMap((buyer, index) => (index % 4 === 0 ? [{ buyer }, { buyer }] : [{ buyer }])),
  )
  const placed = await Promise.all(
    presses.map(async ({ buyer }, index): Promise<Placed> => {
      const application = stage.applications[index % stage.applications.length]
      const input = {
        roomId: stall.roomId,
        items: [{ skuId, quantity: 1 }],
        addressId: buyer.addressId,
      }
      const asked = { token: buyer.token, name: 'orders/place-order', input, key: `press-${skuId}` }
      const answer = await ask((request) => application?.fetch(request) ?? Promise.reject(new Error()), asked)
      return { buyer, answer }
    }),
  )
  return { stock, buyers, placed, skuId }
}

/** Some pay and are told of twice, on different instances; some change their mind meanwhile. */
async function payOrCancel({ wallet, applications }: Stage, placed: readonly Placed[], chance: Chance) {
  const orders = new Map(placed.flatMap(({ buyer, answer }) => (answer.order ? [[answer.order, buyer]] : [])))
  const some = chance.shuffle([...orders]).slice(0, 12)
  const fetchOf = (index: number) => (request: Request) => {
    const application = applications[index % applications.length]
    if (!application) throw new Error('There is no application')
    return application.fetch(request)
  }
  await Promise.all(
    some.map(async ([order, { token }], index) => {
      const input = { orderId: order.id }
      await ask(fetchOf(index), { token, name: 'payments/prepay', input })
      const isPaying = index % 3 !== 0
      const notice = isPaying ? wallet.pay(`pay_${order.id.slice(2)}`, toFen(order.total)) : null
      const cancel = () => ask(fetchOf(index + 1), { token, name: 'orders/cancel-order', input })
      const tellOn = (at: number) => (notice === null ? cancel() : tell(fetchOf(at), notice))
      await Promise.all([tellOn(index), tellOn(index + 1), ...(index % 5 === 0 ? [cancel()] : [])])
    }),
  )
}

const ENGINES = [
  ['the embedded database', embeddedEngine],
  ['PostgreSQL, through two instances', twoOnPostgres],
] as const

describe.each(ENGINES)('a stampede on %s', (_name, open) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(await open())
  }, LONG_MS)
  afterAll(() => stage.engine.stop())

  it(
    `sells what is there and not one more, ${STAMPEDES} times`,
    async () => {
      const [db] = stage.engine.databases
      for (let seed = FIRST_SEED; seed < FIRST_SEED + STAMPEDES; seed += 1) {
        const chance = chanceOf(seed)
        const { stock, buyers, placed, skuId } = await storm(stage, await givenStall(db), chance)
        const orders = new Set(placed.flatMap(({ answer }) => answer.order?.id ?? []))
        const refusals = new Set(placed.flatMap(({ answer }) => (answer.code === 'ok' ? [] : [answer.code])))
        expect({ seed, orders: orders.size }).toEqual({ seed, orders: Math.min(stock, buyers.length) })
        expect([...refusals].filter((code) => code !== 'sold-out')).toEqual([])
        const { rows } = await rowsOf(stage, skuId)
        expect(rows).toBe(orders.size)

        await payOrCancel(stage, placed, chance)
        for (const application of stage.applications) await application.idle()
        expect({ seed, problems: await auditShop(db) }).toEqual({ seed, problems: [] })
      }
    },
    LONG_MS,
  )
})

async function rowsOf({ engine }: Stage, skuId: string) {
  const lines = await engine.databases[0]
    .selectFrom('order_lines')
    .select((line) => line.fn.countAll<number>().as('rows'))
    .where('sku_id', '=', skuId as never)
    .executeTakeFirstOrThrow()
  return lines
}
