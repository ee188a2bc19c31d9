import fc from 'fast-check'
import { readImport } from './read-import'

const header = '商品名称,规格,价格,库存,图片'
const lines = (...rows: readonly string[]) => [header, ...rows].join('\r\n')
const url = 'https://cdn.example.com/a.jpg'
const problemsOf = (csv: string, pictures = {}) =>
  readImport(csv, pictures).problems.map(({ row, column, code }) => `${row} ${column} ${code}`)

describe('a good file', () => {
  it('makes rows of one name one product in several forms', () => {
    const csv = lines(`赣南脐橙,5 斤装,29.9,100,${url}`, '赣南脐橙,10 斤装,¥55,50,', `秋月梨,,0.01,0,${url}`)
    expect(readImport(csv, {})).toEqual({
      drafts: [
        {
          name: '赣南脐橙',
          pictureUrl: url,
          skus: [
            { name: '5 斤装', price: 2990, stock: 100 },
            { name: '10 斤装', price: 5500, stock: 50 },
          ],
        },
        { name: '秋月梨', pictureUrl: url, skus: [{ name: '默认', price: 1, stock: 0 }] },
      ],
      problems: [],
    })
  })

  it.each([
    ['a byte order mark', `\ufeff${lines(`梨,大,1,1,${url}`)}`],
    [
      'English headers in another order',
      `Stock,Price (CNY),Image URL,Product name,Variant\n1,1,${url},梨,大`,
    ],
    ['tabs', `名称\t规格\t售价（元）\t库存\t主图\n梨\t大\t1\t1\t${url}`],
    ['semicolons', `name;sku;price;stock;picture\n梨;大;1;1;${url}`],
    ['quotes and line breaks', `商品名称,规格,价格,库存,图片\n"梨\n","大","1","1","${url}"`],
    ['empty lines and columns nobody asked for', `备注,${header}\n\n新,梨,大,1,1,${url}\n,,,,,\n`],
  ])('may have %s', (_what, csv) => {
    expect(readImport(csv, {})).toEqual({
      drafts: [{ name: '梨', pictureUrl: url, skus: [{ name: '大', price: 100, stock: 1 }] }],
      problems: [],
    })
  })

  it('may name uploaded picture files', () => {
    const reading = readImport(lines('梨,大,1,1,梨 1.jpg'), { '梨 1.jpg': '/media/pic_1' })
    expect(reading.drafts[0]?.pictureUrl).toBe('/media/pic_1')
  })

  it('may have 500 rows, and no more', () => {
    const rows = Array.from({ length: 501 }, (_, index) => `梨,${index},1,1,${url}`)
    expect(problemsOf(lines(...rows.slice(1)))).toEqual([])
    expect(problemsOf(lines('', ...rows))).toEqual(['503 file too-many-rows'])
  })
})

describe('what is wrong', () => {
  it.each([
    [`,大,1,1,${url}`, 'name empty'],
    [`${'梨'.repeat(61)},大,1,1,${url}`, 'name too-long'],
    [`梨,${'大'.repeat(31)},1,1,${url}`, 'sku too-long'],
    [`梨,大,,1,${url}`, 'price empty'],
    [`梨,大,一元,1,${url}`, 'price not-an-amount'],
    [`梨,大,-1,1,${url}`, 'price not-an-amount'],
    [`梨,大,1.234,1,${url}`, 'price not-an-amount'],
    [`梨,大,0,1,${url}`, 'price price-out-of-range'],
    [`梨,大,1000000,1,${url}`, 'price price-out-of-range'],
    [`梨,大,1,,${url}`, 'stock empty'],
    [`梨,大,1,1.5,${url}`, 'stock not-a-whole-number'],
    [`梨,大,1,1e3,${url}`, 'stock not-a-whole-number'],
    [`梨,大,1,-1,${url}`, 'stock stock-out-of-range'],
    [`梨,大,1,1000000,${url}`, 'stock stock-out-of-range'],
    ['梨,大,1,1,', 'picture empty'],
    ['梨,大,1,1', 'picture empty'],
    ['梨,大,1,1,a.jpg', 'picture picture-file-missing'],
    ['梨,大,1,1,constructor', 'picture picture-file-missing'],
    ['梨,大,1,1,http://a.example/a.jpg', 'picture picture-not-https'],
    ['梨,大,1,1,//a.example/a.jpg', 'picture picture-not-https'],
    ['梨,大,1,1,javascript:alert(1)', 'picture picture-not-https'],
    [`梨,大,1,1,https://a.example/${'a'.repeat(500)}`, 'picture too-long'],
  ])('in %j is told: %s', (row, problem) => {
    expect(problemsOf(lines(row))).toEqual([`2 ${problem}`])
  })

  it('is told for every row, in the order of the rows, with what stood there', () => {
    const csv = lines(`梨,大,贵,1,${url}`, '', `桃,大,1,1,${url}`, `梨,小,1,x,`, `梨,大,1,1,`)
    expect(readImport(csv, {}).problems).toEqual([
      { row: 2, column: 'price', code: 'not-an-amount', value: '贵' },
      { row: 5, column: 'stock', code: 'not-a-whole-number', value: 'x' },
      { row: 6, column: 'sku', code: 'duplicate-sku', value: '大' },
    ])
  })

  it('does not hide what is right from the preview', () => {
    const { drafts } = readImport(lines(`梨,大,贵,1,${url}`, `梨,小,1,1,`, `桃,大,贵,1,${url}`), {})
    expect(drafts).toEqual([{ name: '梨', pictureUrl: url, skus: [{ name: '小', price: 100, stock: 1 }] }])
  })

  it('is told of the file as a whole', () => {
    expect(problemsOf('')).toEqual([
      '1 name missing-column',
      '1 price missing-column',
      '1 stock missing-column',
      '1 picture missing-column',
    ])
    expect(problemsOf('商品名称,价格,图片\n梨,1,')).toEqual(['1 stock missing-column'])
    expect(problemsOf(header)).toEqual(['2 file no-rows'])
    expect(problemsOf('\ufffd\ufffd,1')).toEqual(['1 file unreadable'])
    expect(problemsOf(lines('"梨,大,1,1,'))).toEqual(['1 file unreadable'])
  })
})

it('reads any text without throwing, and takes nothing that has a problem', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('梨', '1', '"', ',', '\n', url, '-1'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const { drafts, problems } = readImport(lines(...rows.map((row) => row.join(','))), {})
      for (const { skus } of drafts)
        for (const { price, stock } of skus) {
          expect(price).toBeGreaterThan(0)
          expect(Number.isSafeInteger(stock) && stock >= 0).toBe(true)
        }
      expect(drafts.length + problems.length).toBeGreaterThan(0)
    }),
  )
})
