import { givenPaidOrder } from '../../test/builders/given-orders'
import { setUpApplication } from '../../test/builders/test-application'
import { payments } from '../payments'
import { orders } from './index'

const application = setUpApplication([orders, payments])

describe('jobs of orders', () => {
  it.each(Object.entries({ ...orders.jobs, ...payments.jobs }))(
    '%s refuses a subject that is not its own',
    async (_kind, handle) => {
      const test = application()
      const context = { ...test.ports, db: test.db, trade: test.trade, afterCommit: () => undefined }
      await expect(handle(context, 'nothing')).rejects.toThrow(/Not a/)
    },
  )

  it('have nothing to do for what does not exist', async () => {
    const test = application()
    const merchantId = test.ids.make('merchant')
    const context = { ...test.ports, db: test.db, trade: test.trade, afterCommit: () => undefined }
    const jobs = { ...orders.jobs, ...payments.jobs }
    const done = await Promise.all([
      jobs['report-parcel']?.(context, test.ids.make('parcel', merchantId)),
      jobs['send-refund']?.(context, test.ids.make('refund', merchantId)),
      jobs['end-after-sales']?.(context, test.ids.make('order', merchantId)),
      jobs['receive-order']?.(context, test.ids.make('order', merchantId)),
      jobs['close-unpaid-order']?.(context, test.ids.make('order', merchantId)),
    ])
    expect(new Set(done)).toEqual(new Set(['done']))
  })

  it('tell the wallet nothing of an order whose money went back', async () => {
    const test = application()
    const { sale, order } = await givenPaidOrder(test, 1)
    test.shippingReports['wechat-pay'].isSilent = true
    const parcel = { orderId: order.id, carrierCode: 'SF', trackingNumber: 'SF1234567' }
    await test.as(sale.host).ask('orders/ship', parcel)
    await test.tick()
    const wish = { orderId: order.id, units: [{ line: 1, quantity: 1 }], note: '退货' }
    await test.as(sale.host).ask('orders/refund-order', wish)
    await test.tick()
    test.shippingReports['wechat-pay'].isSilent = false
    test.clock.advance(60_000)
    await test.tick()
    expect(test.shippingReports['wechat-pay'].heard).toEqual([])
  })
})
