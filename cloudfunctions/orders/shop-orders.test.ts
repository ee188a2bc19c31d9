import { sql } from 'kysely'
import { DAY, SECOND } from '@/domain/time'
import { givenPaidOrder } from '../../test/builders/given-orders'
import { givenBuyer, givenSale, openWallet, placeOrder } from '../../test/builders/given-sale'
import { setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { csvLine } from '../_kernel/csv-line'
import { orders } from './index'

const application = setUpApplication([orders, payments])

describe('a shop’s orders', () => {
  async function given() {
    const test = application()
    const { sale, buyer, order: paid } = await givenPaidOrder(test, 2)
    test.clock.advance(SECOND)
    const unpaid = await placeOrder(test, { sale, buyer })
    const list = async (more: object) => {
      const reply = await test.as(sale.host).ask<'orders', 'list-shop-orders'>('orders/list-shop-orders', {
        merchantId: sale.merchantId,
        ...more,
      })
      return { ids: reply.orders.map(({ id }) => id), waiting: reply.waiting }
    }
    return { test, sale, buyer, paid, unpaid, list }
  }

  it('are narrowed by what they wait for', async () => {
    const { test, sale, buyer, paid, unpaid, list } = await given()
    expect((await list({})).ids).toEqual([unpaid.id, paid.id])
    expect((await list({ filter: 'unpaid' })).ids).toEqual([unpaid.id])
    expect(await list({ filter: 'to-ship' })).toEqual({ ids: [paid.id], waiting: { toShip: 1, refunds: 0 } })
    const wish = { orderId: paid.id, units: [{ line: 1, quantity: 1 }], reason: 'other' }
    await test.as(buyer).ask('orders/request-refund', wish)
    expect(await list({ filter: 'refunds' })).toEqual({ ids: [paid.id], waiting: { toShip: 1, refunds: 1 } })
    await test.as(sale.host).ask('orders/close-order', { orderId: unpaid.id })
    expect((await list({ filter: 'closed' })).ids).toEqual([unpaid.id])
    expect((await list({ filter: 'shipped' })).ids).toEqual([])
  })

  it('are found by their number, the buyer’s phone or a parcel’s number', async () => {
    const { test, sale, paid, unpaid, list } = await given()
    const parcel = { orderId: paid.id, carrierCode: 'SF', trackingNumber: 'SF1234567' }
    await test.as(sale.host).ask('orders/ship', parcel)
    expect((await list({ search: unpaid.id })).ids).toEqual([unpaid.id])
    expect((await list({ search: '13800138000' })).ids).toEqual([unpaid.id, paid.id])
    expect((await list({ search: ' SF1234567 ' })).ids).toEqual([paid.id])
    expect((await list({ search: '%' })).ids).toEqual([])
  })

  it('can be closed by the shop while they are unpaid', async () => {
    const { test, sale, paid, unpaid } = await given()
    const close = (orderId: string) => test.as(sale.host).refusal('orders/close-order', { orderId })
    expect(await close(unpaid.id)).toBe('ok')
    expect(await close(paid.id)).toBe('order-paid')
    expect(await close(test.ids.make('order', sale.merchantId))).toBe('order-not-found')
  })

  it('stay open while the wallet does not say whether they were paid', async () => {
    const { test, sale, buyer, unpaid } = await given()
    await openWallet(test, buyer, unpaid)
    test.wallets['wechat-pay'].silentOn.add('close')
    expect(await test.as(sale.host).refusal('orders/close-order', { orderId: unpaid.id })).toBe(
      'payment-unknown',
    )
  })

  it('leave as a sheet that opens safely', async () => {
    const { test, sale, paid } = await given()
    await test.db
      .updateTable('orders')
      .set({
        deliver_to: JSON.stringify({ name: '=1+1', phone: '13800138000', region: '浙江', detail: '"a",b' }),
      })
      .execute()
    const input = { merchantId: sale.merchantId, from: 0, until: test.clock.now() + DAY }
    const { csv, count } = await test
      .as(sale.host)
      .ask<'orders', 'export-orders'>('orders/export-orders', input)
    const [header, first] = csv.split('\r\n')
    expect(count).toBe(2)
    expect(header).toMatch(/^\ufeff订单编号,/)
    expect(first).toContain(paid.id)
    expect(first).toContain(`,'=1+1,\t13800138000,浙江,"""a"",b",`)
  })

  it('are too many for one sheet beyond ten thousand lines', async () => {
    const { test, sale, paid } = await given()
    await sql`insert into order_lines
      select merchant_id, order_id, n, sku_id, product_id, product_name, sku_name, picture_url, price_fen, quantity,
        price_kind, regular_fen, discount_fen, payable_fen, flash_sale_id
      from order_lines, generate_series(2, 10001) n where order_id = ${paid.id}`.execute(test.db)
    const input = { merchantId: sale.merchantId, from: 0, until: test.clock.now() + DAY }
    expect(await test.as(sale.host).refusal('orders/export-orders', input)).toBe('export-too-long')
  })

  it('show who bought them from where, with parcels and what went back', async () => {
    const { test, sale, buyer, paid } = await given()
    const wish = { orderId: paid.id, units: [{ line: 1, quantity: 1 }], note: '破损' }
    await test.as(sale.host).ask('orders/refund-order', wish)
    await test.tick()
    const parcel = { orderId: paid.id, carrierCode: 'SF', trackingNumber: 'SF1234567' }
    await test.as(sale.host).ask('orders/ship', parcel)
    const input = { merchantId: sale.merchantId, from: 0, until: test.clock.now() + DAY }
    const { csv } = await test.as(sale.host).ask<'orders', 'export-orders'>('orders/export-orders', input)
    expect(csv.split('\r\n')[1]).toMatch(/,1,林小满,.*,顺丰速运,SF1234567,小满,微信,$/)
    expect(buyer.host).toBe('weapp')
  })
})

describe('a line of a sheet', () => {
  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra'])('runs nothing that begins like %j', (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/)
  })
})

describe('orders of nobody', () => {
  it('are not found by those who may not see them', async () => {
    const test = application()
    const sale = await givenSale(test)
    const stranger = await givenBuyer(test)
    for (const name of ['orders/list-shop-orders', 'orders/export-orders'])
      expect(await test.as(stranger).refusal(name, { merchantId: sale.merchantId, from: 0, until: 1 })).toBe(
        'forbidden',
      )
  })
})
