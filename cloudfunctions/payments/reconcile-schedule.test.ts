import { DAY, HOUR } from '@/domain/time'
import { billDayOf } from '@/domain/bill'
import { booksOf, givenPaid, pass, theDifference, TO_NOON } from '../../test/builders/given-bill'
import { givenBuyer, givenSale } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { createApplication } from '../_kernel/application'
import { orders } from '../orders'
import { payments } from './index'

const application = setUpApplication([orders, payments])

async function given() {
  const test = application()
  const sale = await givenSale(test)
  const buyer = await givenBuyer(test)
  return { test, sale, buyer, wallet: test.wallets['wechat-pay'], day: billDayOf(test.clock.now()) }
}

describe('a bill', () => {
  it('is asked for from ten in the morning on', async () => {
    const { test, sale, buyer } = await given()
    await givenPaid(test, { sale, buyer })
    await pass(test, 14 * HOUR - 1)
    expect((await booksOf(test, sale)).days).toEqual([])
    await pass(test, 1)
    expect((await booksOf(test, sale)).days).toMatchObject([{ status: 'agrees' }])
  })

  it('that is late is waited for, and an operator hears of it', async () => {
    const { test, sale, buyer, wallet, day } = await given()
    await givenPaid(test, { sale, buyer })
    wallet.isLateWithBills = true
    await pass(test, TO_NOON)
    expect((await booksOf(test, sale)).days).toMatchObject([{ day, status: 'waiting', checkedAt: null }])
    expect(test.log.takeAlarms()).toEqual([])
    await pass(test, DAY)
    expect(test.log.takeAlarms()).toContain('bill-late')
    wallet.isLateWithBills = false
    await pass(test, HOUR)
    expect((await booksOf(test, sale)).days).toMatchObject([{ day, status: 'agrees' }])
  })

  it('is made up for after a standstill, and no bill is older than the first shop', async () => {
    const { test, sale, buyer, day } = await given()
    await givenPaid(test, { sale, buyer })
    await pass(test, 4 * DAY)
    expect((await booksOf(test, sale)).days).toMatchObject([{ day, status: 'agrees' }])
    const jobs = await test.db.selectFrom('jobs').selectAll().where('kind', '=', 'reconcile-day').execute()
    expect(jobs.map(({ subject }) => subject).sort()).toEqual([
      '2026-05-01 alipay',
      '2026-05-01 wechat-pay',
      '2026-05-02 alipay',
      '2026-05-02 wechat-pay',
      '2026-05-03 alipay',
      '2026-05-03 wechat-pay',
      '2026-05-04 alipay',
      '2026-05-04 wechat-pay',
    ])
  })

  it('is nobody’s while there is no shop', async () => {
    const test = application()
    await pass(test, TO_NOON)
    expect(await test.db.selectFrom('jobs').selectAll().execute()).toEqual([])
  })

  it('is reconciled once by two instances, even when the wallet takes its time', async () => {
    const { test, sale, buyer, wallet } = await given()
    const { paymentId } = await givenPaid(test, { sale, buyer })
    wallet.attempts.delete(paymentId)
    const other = createApplication({ db: test.db, ports: test.ports, functions: [orders, payments] })
    wallet.isLateWithBills = true
    await pass(test, TO_NOON)
    wallet.isLateWithBills = false
    let release = (): void => undefined
    const held = new Promise<boolean>((resolve) => (release = () => resolve(true)))
    let asked = 0
    wallet.isBillThere = async () => {
      asked += 1
      return held
    }
    const untilAsked = async (times: number): Promise<void> => {
      while (asked < times) await new Promise((next) => setImmediate(next))
    }
    test.clock.advance(HOUR)
    const first = test.tick()
    await untilAsked(1)
    await other.tick()
    expect(asked).toBe(1)
    // so long that the first one counts as dead
    test.clock.advance(HOUR)
    const second = other.tick()
    await untilAsked(2)
    release()
    await Promise.all([first, second])
    expect(await theDifference(test, sale)).toMatchObject({ kind: 'payment-missing-there', status: 'open' })
  })

  it('that nobody can name is told to the log', async () => {
    const { test, sale } = await given()
    const job = { merchant_id: sale.merchantId, job_id: test.ids.make('job', sale.merchantId), due_at: 0 }
    for (const [index, subject] of ['yesterday alipay', '2026-05-01 cash', ''].entries())
      await test.db
        .insertInto('jobs')
        .values({
          ...job,
          job_id: test.ids.make('job', sale.merchantId),
          kind: 'reconcile-day',
          subject,
          due_at: index,
        })
        .execute()
    await test.tick()
    expect(test.log.lines.filter(({ event }) => event === 'job-failed')).toHaveLength(3)
  })
})
