import { DAY, HOUR } from '@/domain/time'
import { givenProduct } from '../../test/builders/given'
import { givenFlashSale } from '../../test/builders/given-offers'
import { givenSale, type Sale } from '../../test/builders/given-sale'
import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { offers } from './index'

const test = setUpApplication([offers])

/** Two of ten for each, for an hour from now; times in `change` count from now. */
function planOf({ skuId }: Pick<Sale, 'skuId'>, change: object = {}) {
  const now = test().clock.now()
  const { startsAt, endsAt, ...rest } = { startsAt: 0, endsAt: HOUR, ...change }
  return {
    skuId,
    price: 990,
    quantity: 10,
    perPerson: 2,
    ...rest,
    startsAt: now + startsAt,
    endsAt: now + endsAt,
  }
}
const plan = (host: Actor, input: object, key?: string) =>
  test().as(host).ask<'offers', 'plan-flash-sale'>('offers/plan-flash-sale', input, key)
const refusal = (host: Actor, input: object) => test().as(host).refusal('offers/plan-flash-sale', input)
const list = async ({ host, merchantId }: Sale) =>
  (await test().as(host).ask<'offers', 'list-flash-sales'>('offers/list-flash-sales', { merchantId }))
    .flashSales
const end = (host: Actor, flashSaleId: string) =>
  test().as(host).ask<'offers', 'end-flash-sale'>('offers/end-flash-sale', { flashSaleId })

describe('planning a flash sale', () => {
  it('happens once for each key', async () => {
    const sale = await givenSale(test())
    const planned = await plan(sale.host, planOf(sale), 'flash-key')
    expect(planned.flashSale).toMatchObject({
      ...planOf(sale),
      merchantId: sale.merchantId,
      productId: sale.productId,
      productName: '赣南脐橙',
      skuName: '5 斤装',
      taken: 0,
    })
    expect(await plan(sale.host, planOf(sale), 'flash-key')).toEqual(planned)
    expect(await list(sale)).toEqual([planned.flashSale])
  })

  it.each([
    ['price', 'that is the regular one', { price: 2990 }],
    ['endsAt', 'before it begins', { startsAt: HOUR, endsAt: HOUR }],
    ['endsAt', 'that has passed', { startsAt: -HOUR, endsAt: 0 }],
    ['endsAt', 'more than a day after it begins', { startsAt: HOUR, endsAt: HOUR + DAY + 1 }],
    ['quantity', 'beyond what is there', { quantity: 11 }],
    ['perPerson', 'beyond what it has', { quantity: 3, perPerson: 4 }],
  ])('is refused for a %s %s', async (field, _what, change) => {
    const sale = await givenSale(test())
    expect(await refusal(sale.host, planOf(sale, change))).toBe(`flash-invalid ${field}`)
    expect(await list(sale)).toEqual([])
  })

  it('takes the lowest saving, a whole day, and all there is', async () => {
    const sale = await givenSale(test())
    const most = planOf(sale, { price: 2989, endsAt: DAY, quantity: 10, perPerson: 10 })
    expect(await refusal(sale.host, most)).toBe('ok')
  })

  it.each([
    ['begins in it', { startsAt: HOUR - 1, endsAt: 2 * HOUR }],
    ['ends in it', { startsAt: -HOUR, endsAt: 1 }],
    ['lies in it', { startsAt: 1, endsAt: 2 }],
    ['goes around it', { startsAt: -1, endsAt: 2 * HOUR }],
  ])('is refused when there is another and it %s', async (_how, times) => {
    const sale = await givenSale(test())
    await plan(sale.host, planOf(sale))
    expect(await refusal(sale.host, planOf(sale, times))).toBe('flash-overlaps startsAt')
    expect(await list(sale)).toHaveLength(1)
  })

  it('has room before and after another, beside those of other SKUs, and where one was ended', async () => {
    const sale = await givenSale(test())
    const { flashSale } = await plan(sale.host, planOf(sale, { startsAt: HOUR, endsAt: 2 * HOUR }))
    for (const times of [
      { startsAt: 0, endsAt: HOUR },
      { startsAt: 2 * HOUR, endsAt: 3 * HOUR },
    ])
      expect(await refusal(sale.host, planOf(sale, times))).toBe('ok')
    const other = await givenSale(test())
    expect(await refusal(other.host, planOf(other, { startsAt: HOUR, endsAt: 2 * HOUR }))).toBe('ok')
    await end(sale.host, flashSale.id)
    expect(await refusal(sale.host, planOf(sale, { startsAt: HOUR, endsAt: 2 * HOUR }))).toBe('ok')
  })

  it('lets one of twenty through that come for the same time', async () => {
    const sale = await givenSale(test())
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refusal(sale.host, planOf(sale, { startsAt: -index }))),
    )
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'flash-overlaps startsAt')).toHaveLength(19)
    expect(await list(sale)).toHaveLength(1)
  })

  it('is of a SKU that is there, by those who work for its shop', async () => {
    const [mine, theirs] = [await givenSale(test()), await givenSale(test())]
    const skuId = test().ids.make('sku', mine.merchantId)
    expect(await refusal(mine.host, planOf({ skuId }))).toBe('product-not-found skuId')
    expect(await refusal(mine.host, planOf(theirs))).toBe('forbidden')
  })
})

describe('ending a flash sale', () => {
  it('happens once, at the first word of it', async () => {
    const sale = await givenSale(test())
    const id = await givenFlashSale(test(), sale, { taken: 2 })
    const first = await end(sale.host, id)
    expect(first.flashSale).toMatchObject({ id, endsAt: test().clock.now(), taken: 2 })
    test().clock.advance(1)
    expect(await end(sale.host, id)).toEqual(first)
  })

  it('keeps one that has not begun from beginning', async () => {
    const sale = await givenSale(test())
    const now = test().clock.now()
    const id = await givenFlashSale(test(), sale, { starts_at: now + HOUR, ends_at: now + 2 * HOUR })
    expect((await end(sale.host, id)).flashSale).toMatchObject({ startsAt: now, endsAt: now })
  })

  it('leaves one that is over as it was', async () => {
    const sale = await givenSale(test())
    const ends_at = test().clock.now() - 1
    const id = await givenFlashSale(test(), sale, { ends_at })
    expect((await end(sale.host, id)).flashSale.endsAt).toBe(ends_at)
  })

  it('is of one that is there, by those who work for its shop', async () => {
    const [mine, theirs] = [await givenSale(test()), await givenSale(test())]
    const nothing = { flashSaleId: test().ids.make('flashSale', mine.merchantId) }
    expect(await test().as(mine.host).refusal('offers/end-flash-sale', nothing)).toBe('flash-not-found')
    const id = await givenFlashSale(test(), theirs)
    expect(await test().as(mine.host).refusal('offers/end-flash-sale', { flashSaleId: id })).toBe('forbidden')
  })
})

it('lists the flash sales of one shop, the latest first', async () => {
  const sale = await givenSale(test())
  await givenProduct(test(), sale.merchantId)
  const now = test().clock.now()
  const old = await givenFlashSale(test(), sale, { starts_at: now - DAY, ends_at: now - HOUR })
  const open = await givenFlashSale(test(), sale)
  await givenFlashSale(test(), await givenSale(test()))
  expect((await list(sale)).map(({ id }) => id)).toEqual([open, old])
  const stranger = await test().someone()
  const { merchantId } = sale
  expect(await test().as(stranger).refusal('offers/list-flash-sales', { merchantId })).toBe('forbidden')
})
