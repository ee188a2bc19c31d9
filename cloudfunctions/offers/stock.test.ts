import { givenProduct } from '../../test/builders/given'
import { givenBuyer, givenSale, placeOrder, stockOf, type Sale } from '../../test/builders/given-sale'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { orders } from '../orders'
import { offers } from './index'

const test = setUpApplication([offers, orders])
interface Correction {
  readonly quantity: number
  readonly reason?: string
}
const inputOf = ({ skuId }: Sale, { quantity, reason = '盘点' }: Correction) => ({ skuId, quantity, reason })
const correct = (sale: Sale, quantity: number, key?: string) =>
  test()
    .as(sale.host)
    .ask<'offers', 'correct-stock'>('offers/correct-stock', inputOf(sale, { quantity }), key)
const refusal = (sale: Sale, correction: Correction, host: Actor = sale.host, key?: string) =>
  test().as(host).refusal('offers/correct-stock', inputOf(sale, correction), key)
const ledgerOf = ({ host, skuId }: Sale) =>
  test().as(host).ask<'offers', 'stock-ledger'>('offers/stock-ledger', { skuId })

describe('correcting stock', () => {
  it('puts units in and takes them out, once for each key, with a reason', async () => {
    const sale = await givenSale(test(), 10)
    const more = await correct(sale, 5, 'stock-key-1')
    expect(more).toEqual({ stock: { available: 15, reserved: 0, sold: 0 } })
    expect(await correct(sale, 5, 'stock-key-1')).toEqual(more)
    expect(await correct(sale, -15)).toEqual({ stock: { available: 0, reserved: 0, sold: 0 } })
    const { moves } = await ledgerOf(sale)
    expect(moves).toHaveLength(3)
    expect(moves).toContainEqual({
      skuId: sale.skuId,
      move: 'corrected',
      quantity: -15,
      reason: '盘点',
      orderId: null,
      at: test().clock.now(),
    })
  })

  it('answers other content under the same key with a refusal', async () => {
    const sale = await givenSale(test())
    await correct(sale, 5, 'stock-key-1')
    expect(await refusal(sale, { quantity: 6 }, sale.host, 'stock-key-1')).toBe('idempotency-conflict')
  })

  it('tells the rooms that show the product', async () => {
    const sale = await givenSale(test(), 10)
    await correct(sale, -10)
    expect(await test().db.selectFrom('room_events').select('body').execute()).toEqual([
      { body: { type: 'stock-changed', productId: sale.productId, skuId: sale.skuId, available: 0 } },
    ])
  })

  it.each([
    ['nothing', { quantity: 0 }, 'quantity-invalid quantity'],
    ['more than can be ordered', { quantity: -11 }, 'stock-short quantity'],
    ['half a unit', { quantity: 0.5 }, 'invalid-request quantity'],
    ['more than a million', { quantity: 1_000_001 }, 'invalid-request quantity'],
    ['units without a reason', { quantity: 1, reason: ' ' }, 'invalid-request reason'],
  ])('by %s is refused', async (_what, correction, code) => {
    const sale = await givenSale(test(), 10)
    expect(await refusal(sale, correction)).toBe(code)
    expect(await stockOf(test(), sale)).toMatchObject({ available: 10 })
  })

  it('never takes out what orders hold', async () => {
    const sale = await givenSale(test(), 10)
    await placeOrder(test(), { sale, buyer: await givenBuyer(test()), quantity: 4 })
    expect(await refusal(sale, { quantity: -7 })).toBe('stock-short quantity')
    expect(await correct(sale, -6)).toEqual({ stock: { available: 0, reserved: 4, sold: 0 } })
  })

  it('lets as many of twenty through as there are units, and adds up', async () => {
    const sale = await givenSale(test(), 7)
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusal(sale, { quantity: -1 })))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(7)
    expect(answers.filter((answer) => answer === 'stock-short quantity')).toHaveLength(13)
    expect(await ledgerOf(sale)).toMatchObject({ stock: { available: 0 }, isBalanced: true })
  })

  it('moves units once when twenty come with one key', async () => {
    const sale = await givenSale(test(), 10)
    await Promise.all(Array.from({ length: 20 }, () => correct(sale, 5, 'stock-key-1')))
    expect(await ledgerOf(sale)).toMatchObject({ stock: { available: 15 }, isBalanced: true })
  })
})

describe('the stock ledger', () => {
  it('begins with what was put in, and follows every move', async () => {
    const sale = await givenSale(test(), 10)
    const first = { move: 'put-in', quantity: 10, orderId: null }
    expect(await ledgerOf(sale)).toMatchObject({ moves: [first], isBalanced: true })
    test().clock.advance(1)
    const order = await placeOrder(test(), { sale, buyer: await givenBuyer(test()), quantity: 3 })
    expect(await ledgerOf(sale)).toMatchObject({
      stock: { available: 7, reserved: 3, sold: 0 },
      moves: [{ move: 'reserved', quantity: 3, orderId: order.id }, first],
      isBalanced: true,
    })
  })

  it('of a SKU that began with nothing is empty and adds up', async () => {
    const sale = await givenSale(test(), 0)
    expect(await ledgerOf(sale)).toEqual({
      stock: { available: 0, reserved: 0, sold: 0 },
      moves: [],
      isBalanced: true,
    })
  })

  it('counts every kind of move', async () => {
    const sale = await givenSale(test(), 0)
    const { merchantId: merchant_id, skuId: sku_id } = sale
    const told = { order_id: null, actor_id: null, reason: '', at: 1 }
    const moves = [
      ['put-in', 10],
      ['corrected', -1],
      ['reserved', 6],
      ['released', 1],
      ['sold', 4],
      ['returned', 1],
    ] as const
    await test()
      .db.insertInto('stock_ledger')
      .values(
        moves.map(([move, quantity]) => ({ merchant_id, entry_id: move, sku_id, move, quantity, ...told })),
      )
      .execute()
    const counters = { available: 5, reserved: 1, sold: 3 }
    await test().db.updateTable('skus').set(counters).where('sku_id', '=', sku_id).execute()
    expect((await ledgerOf(sale)).isBalanced).toBe(true)
  })

  it.each(['available', 'reserved', 'sold'])('tells when %s units are not where it says', async (counter) => {
    const sale = await givenSale(test(), 10)
    await test()
      .db.updateTable('skus')
      .set({ [counter]: 3 })
      .where('sku_id', '=', sale.skuId)
      .execute()
    expect((await ledgerOf(sale)).isBalanced).toBe(false)
  })

  it('shows the newest hundred', async () => {
    const sale = await givenSale(test(), 10)
    for (let i = 0; i < 101; i += 1) {
      test().clock.advance(1)
      await test().trade.store.transact({ merchantId: sale.merchantId, skus: [sale.skuId] }, (draft) =>
        draft.move({ skuId: sale.skuId, quantity: 1 }, 'put-in'),
      )
    }
    const { moves, isBalanced } = await ledgerOf(sale)
    expect([moves.length, moves[0]?.at, isBalanced]).toEqual([100, test().clock.now(), true])
  })
})

it.each(['correct-stock', 'stock-ledger'])(
  '%s is for those who work for the shop, of a SKU that is there',
  async (operation) => {
    const [mine, theirs] = [await givenSale(test()), await givenSale(test())]
    await givenProduct(test(), mine.merchantId)
    const input = operation === 'correct-stock' ? inputOf(theirs, { quantity: 1 }) : { skuId: theirs.skuId }
    expect(await test().as(mine.host).refusal(`offers/${operation}`, input)).toBe('forbidden')
    const nothing = { ...input, skuId: test().ids.make('sku', mine.merchantId) }
    expect(await test().as(mine.host).refusal(`offers/${operation}`, nothing)).toBe('product-not-found')
  },
)
