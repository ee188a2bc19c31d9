import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { systemClock } from '../../../cloudfunctions/_kernel/adapters/system-clock'
import { openDatabase } from '../../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../../cloudfunctions/_kernel/database/migrate'
import { auditShop } from '../../builders/audit-shop'
import { FakeWallet } from '../../builders/fake-wallet'
import { givenCrowd, givenGoods, givenStall } from '../crowd'
import { openInstance } from '../instance'
import { remoteWallet } from './remote-wallet'

const TICK_MS = 100

/** The application in a process of its own, which the test kills. `/audit` and `/goods` are the test's own questions. */
async function main(): Promise<void> {
  const { DATABASE = '', WALLET = '' } = process.env
  const db = await openDatabase(DATABASE)
  await migrate(db)
  const wallet = remoteWallet(WALLET, new FakeWallet('wechat-pay', systemClock))
  const { application, log } = openInstance(db, { 'wechat-pay': wallet, alipay: wallet })
  setInterval(() => void application.tick(), TICK_MS)

  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    '/goods': async () => {
      const stall = await givenStall(db)
      const skuId = await givenGoods(db, stall, { stock: 1_000_000 })
      return { roomId: stall.roomId, skuId, crowd: await givenCrowd(db, 24) }
    },
    '/audit': async () => {
      await application.idle()
      const { rows: orders } = await sql`select order_id, status from orders`.execute(db)
      return { problems: await auditShop(db), orders, alarms: log.takeAlarms() }
    },
  }
  serve(
    {
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => {
        const question = questions[new URL(request.url).pathname]
        return question ? Response.json(await question()) : application.fetch(request)
      },
    },
    ({ port }) => process.stdout.write(`ready http://127.0.0.1:${port}\n`),
  )
}

void main()
