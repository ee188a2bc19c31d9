import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { toFen } from '@/domain/money'
import { systemClock } from '../../../cloudfunctions/_kernel/adapters/system-clock'
import { FakeWallet } from '../../builders/fake-wallet'
import { startPostgres } from '../../tools/postgres'
import type { Buyer } from '../crowd'
import { temporaryFolder, timesOf } from '../engines'
import { type Answer, ask, tell } from '../instance'
import { type Chance, chanceOf } from '../seeded'
import { untilTrue } from '../../tools/until-true'
import { buildVictim, type Life, startLife } from './lives'
import { answerCall } from './remote-wallet'

const KILLS = timesOf('LIVESTALL_KILLS', 5)
const LONG_MS = 3_600_000

interface Goods {
  readonly roomId: string
  readonly skuId: string
  readonly crowd: readonly Buyer[]
}
interface Audit {
  readonly problems: readonly string[]
  readonly orders: readonly { readonly order_id: string; readonly status: string }[]
}

/** What the world outside remembers: what it asked for, what it was promised, what it paid. */
class Outside {
  readonly wallet = new FakeWallet('wechat-pay', systemClock)
  readonly asked = new Map<string, { readonly buyer: Buyer; orderId: string | null }>()
  readonly notices = new Map<string, { readonly notice: string; isTaken: boolean }>()
  readonly cancelled = new Set<string>()
  #life: Life | null = null

  begin(life: Life): void {
    this.#life = life
  }

  readonly #send = (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    return fetch(new Request(`${this.#life?.url ?? ''}${pathname}`, request))
  }

  async question<T>(path: string): Promise<T> {
    const response = await fetch(`${this.#life?.url ?? ''}${path}`)
    return (await response.json()) as T
  }

  order(goods: Goods, buyer: Buyer, key: string): Promise<Answer> {
    const input = {
      roomId: goods.roomId,
      items: [{ skuId: goods.skuId, quantity: 1 }],
      addressId: buyer.addressId,
    }
    return ask(this.#send, { token: buyer.token, name: 'orders/place-order', input, key })
  }

  async tell(orderId: string): Promise<void> {
    const told = this.notices.get(orderId)
    if (told && (await tell(this.#send, told.notice))) told.isTaken = true
  }

  /** One buyer's whole evening: orders, then pays, or thinks better of it, or both at once. */
  async shop(goods: Goods, buyer: Buyer, key: string, chance: Chance): Promise<void> {
    const intent = { buyer, orderId: null as string | null }
    this.asked.set(key, intent)
    const { order, status } = await this.order(goods, buyer, key)
    if (!order) throw new Error(`An order was answered ${status}`)
    intent.orderId = order.id
    const what = chance.between(0, 9)
    const input = { orderId: order.id }
    if (what < 6) {
      const prepaid = await ask(this.#send, { token: buyer.token, name: 'payments/prepay', input })
      if (prepaid.code === 'ok') {
        const notice = this.wallet.pay(`pay_${order.id.slice(2)}`, toFen(order.total))
        this.notices.set(order.id, { notice, isTaken: false })
      }
    }
    const cancelling = what > 3 && what < 9 ? this.cancel(buyer, order.id) : null
    await Promise.all([this.tell(order.id), cancelling])
  }

  async cancel({ token }: Buyer, orderId: string): Promise<void> {
    const said = await ask(this.#send, { token, name: 'orders/cancel-order', input: { orderId } })
    if (said.order?.status === 'closed') this.cancelled.add(orderId)
  }
}

/** Loads the process until it is killed; whoever is in the middle of something sees the line go dead. */
async function liveAndDie(outside: Outside, goods: Goods, life: Life, run: { kill: number; chance: Chance }) {
  const { kill, chance } = run
  let isAlive = true
  const started = outside.asked.size
  const load = Promise.all(
    goods.crowd.map(async (buyer, index) => {
      for (let round = 0; isAlive; round += 1)
        await outside.shop(goods, buyer, `kill-${kill}-${index}-${round}`, chance).catch((cause: unknown) => {
          if (isAlive) throw cause
        })
    }),
  )
  const after = chance.between(5, 80)
  await untilTrue(() => outside.asked.size >= started + after)
  isAlive = false
  await life.kill()
  await load
}

/** After the restart: what was promised is there, what was unsure is asked for again, and the books balance. */
async function checkPromises(outside: Outside, goods: Goods, kill: number): Promise<void> {
  const { orders } = await outside.question<Audit>('/audit')
  const statuses = new Map(orders.map(({ order_id: id, status }) => [id, status]))
  const missing = [...outside.asked.values()].filter(({ orderId }) => orderId && !statuses.has(orderId))
  const unpaid = [...outside.notices].filter(
    ([id, { isTaken }]) => isTaken && statuses.get(id) === 'awaiting-payment',
  )
  const reopened = [...outside.cancelled].filter((id) => statuses.get(id) === 'awaiting-payment')
  expect({ kill, missing, unpaid, reopened }).toEqual({ kill, missing: [], unpaid: [], reopened: [] })

  const mine = [...outside.asked].filter(([key]) => key.startsWith(`kill-${kill}-`))
  await Promise.all(
    mine.map(async ([key, intent]) => {
      const again = await outside.order(goods, intent.buyer, key)
      intent.orderId ??= (await outside.order(goods, intent.buyer, key)).order?.id ?? null
      expect([key, again.code, again.order?.id]).toEqual([key, 'ok', intent.orderId])
    }),
  )
  // A wallet that was not told to stop tells again.
  await Promise.all(
    [...outside.notices].map(async ([id, { isTaken }]) => {
      if (!isTaken) await outside.tell(id)
    }),
  )
  expect([...outside.notices.values()].filter(({ isTaken }) => !isTaken)).toEqual([])
  const after = await outside.question<Audit>('/audit')
  expect({ kill, problems: after.problems }).toEqual({ kill, problems: [] })
  expect(after.orders).toHaveLength(outside.asked.size)
}

const ENGINES = [
  [
    'the embedded database',
    async () => {
      const { folder, remove } = temporaryFolder()
      return { location: `${folder}/database`, stop: async () => remove() }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const { url, stop } = await startPostgres()
      return { location: url, stop }
    },
  ],
] as const

describe.each(ENGINES)('a process on %s', (name, open) => {
  it(
    `keeps every promise when it is killed, ${KILLS} times`,
    async () => {
      const { location, stop } = await open()
      await buildVictim()
      const outside = new Outside()
      const server = await walletServer(outside.wallet)
      const chance = chanceOf(name.length + timesOf('LIVESTALL_SEED', 1))
      let life = await startLife(location, server.url)
      outside.begin(life)
      try {
        const goods = await outside.question<Goods>('/goods')
        for (let kill = 1; kill <= KILLS; kill += 1) {
          await liveAndDie(outside, goods, life, { kill, chance })
          life = await startLife(location, server.url)
          outside.begin(life)
          await checkPromises(outside, goods, kill)
        }
        process.stderr.write(
          `${name}: ${KILLS} kills, ${outside.asked.size} orders, ${outside.notices.size} paid\n`,
        )
      } finally {
        await life.kill()
        server.close()
        await stop()
      }
    },
    LONG_MS,
  )
})

async function walletServer(wallet: FakeWallet): Promise<{ readonly url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    void text(request).then(async (body) => response.end(JSON.stringify(await answerCall(wallet, body))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The wallet has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
