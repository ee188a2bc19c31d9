import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { givenMerchant } from '../../test/builders/given'
import { shelf } from './index'

const test = setUpApplication([shelf])
const png = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1')

async function aShop() {
  const host = await test().someone()
  return { host, merchantId: await givenMerchant(test(), host) }
}
const upload = async (host: Actor, merchantId: string) =>
  (
    await test()
      .as(host)
      .ask('shelf/upload-picture', { merchantId, base64: png.toString('base64') })
  ).url
const header = 'name,sku,price,stock,picture'

describe('importing', () => {
  it('takes the whole file once, in its order', async () => {
    const { host, merchantId } = await aShop()
    const input = {
      merchantId,
      csv: `${header}\n橙,大,1,5,a.png\n梨,大,2,0,a.png\n橙,小,0.5,7,`,
      pictures: { 'a.png': await upload(host, merchantId) },
    }
    const preview = await test().as(host).ask('shelf/preview-import', input)
    expect(preview.problems).toEqual([])
    const { products } = await test().as(host).ask('shelf/import-products', input, 'import-key')
    expect(await test().as(host).ask('shelf/import-products', input, 'import-key')).toEqual({ products })
    expect((await test().as(host).ask('shelf/list-products', { merchantId })).products).toEqual(products)
    expect(products).toMatchObject([
      {
        name: '橙',
        skus: [
          { name: '大', price: 100, available: 5 },
          { name: '小', price: 50, available: 7 },
        ],
      },
      { name: '梨', skus: [{ name: '大', price: 200, available: 0 }] },
    ])
  })

  it('writes what is put in into the stock ledger, in the same commit', async () => {
    const { host, merchantId } = await aShop()
    const csv = `${header}\n橙,大,1,5,https://a.example/a.png\n橙,小,1,0,https://a.example/a.png`
    const { products } = await test().as(host).ask('shelf/import-products', { merchantId, csv })
    expect(
      await test().db.selectFrom('stock_ledger').select(['sku_id', 'move', 'quantity', 'actor_id']).execute(),
    ).toEqual([{ sku_id: products[0]?.skus[0]?.id, move: 'put-in', quantity: 5, actor_id: host.userId }])
  })

  it('takes products of which nothing is there yet', async () => {
    const { host, merchantId } = await aShop()
    const csv = `${header}\n橙,大,1,0,https://a.example/a.png`
    expect(await test().as(host).refusal('shelf/import-products', { merchantId, csv })).toBe('ok')
  })

  it('takes nothing when one row is wrong', async () => {
    const { host, merchantId } = await aShop()
    const csv = `${header}\n橙,大,1,5,https://a.example/a.png\n梨,大,free,5,https://a.example/a.png`
    expect(await test().as(host).refusal('shelf/import-products', { merchantId, csv })).toBe('import-invalid')
    expect(await test().as(host).ask('shelf/list-products', { merchantId })).toEqual({ products: [] })
  })

  it('takes the pictures of its own shop only', async () => {
    const [mine, theirs] = [await aShop(), await aShop()]
    const picture = await upload(theirs.host, theirs.merchantId)
    const input = {
      merchantId: mine.merchantId,
      csv: `${header}\n橙,大,1,5,a.png`,
      pictures: { 'a.png': picture },
    }
    const { problems } = await test().as(mine.host).ask('shelf/preview-import', input)
    expect(problems).toEqual([{ row: 2, column: 'picture', code: 'picture-file-missing', value: 'a.png' }])
  })

  it.each(['list-products', 'preview-import', 'import-products', 'upload-picture'])(
    '%s is for those who work for the shop',
    async (operation) => {
      const { merchantId } = await aShop()
      const stranger = await test().someone()
      expect(
        await test().as(stranger).refusal(`shelf/${operation}`, { merchantId, csv: '', base64: '' }),
      ).toBe('forbidden')
    },
  )
})

describe('pictures', () => {
  it('are served as what they are, for good', async () => {
    const { host, merchantId } = await aShop()
    const response = await test().get(await upload(host, merchantId))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it.each([
    ['JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ])('may be %s', async (_name, bytes, type) => {
    const { host, merchantId } = await aShop()
    const base64 = Buffer.from(bytes, 'latin1').toString('base64')
    const { url } = await test().as(host).ask('shelf/upload-picture', { merchantId, base64 })
    expect((await test().get(url)).headers.get('content-type')).toBe(type)
  })

  it.each([
    ['a script that calls itself a picture', Buffer.from('<svg onload="alert(1)">').toString('base64')],
    ['nothing', ''],
    ['what is not base64', 'iVBORw0KGgo*'],
    ['more than a mebibyte', Buffer.concat([png, Buffer.alloc(1_048_576)]).toString('base64')],
  ])('may not be %s', async (_what, base64) => {
    const { host, merchantId } = await aShop()
    expect(await test().as(host).refusal('shelf/upload-picture', { merchantId, base64 })).toBe(
      'picture-invalid base64',
    )
  })

  it.each(['/media/pic_1', '/media/pic_00000000000000000000', '/media/'])(
    'are not found at %s',
    async (path) => {
      expect((await test().get(path)).status).toBe(404)
    },
  )
})
