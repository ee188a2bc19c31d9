import type { ImportProblem } from '@/contracts/merchant/shelf'
import { err, ok, type Result } from '@/domain/result'

export type Column = Exclude<ImportProblem['column'], 'file'>
/** Where each column stands; -1 for one that the file does not have. */
export type Columns = Readonly<Record<Column, number>>

/** What merchants' own spreadsheets call them: ours, the marketplaces' exports, English. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['商品名称', '商品名', '商品标题', '名称', '商品', '品名', 'name', 'product', 'productname', 'title'],
  sku: ['规格', '规格名称', '规格名', '款式', 'sku', 'skuname', 'variant', 'option', 'spec'],
  price: ['价格', '售价', '单价', '直播价', 'price', 'unitprice'],
  stock: ['库存', '库存数量', '数量', '可售库存', 'stock', 'quantity', 'qty', 'inventory'],
  picture: ['图片', '商品图片', '主图', '图片链接', '图片地址', 'picture', 'image', 'imageurl', 'photo'],
}
const ALL: readonly Column[] = ['name', 'sku', 'price', 'stock', 'picture']
/** A shop that sells each thing in one form only has no column for forms. */
const OPTIONAL: ReadonlySet<Column> = new Set(['sku'])

export function readColumns(header: readonly string[]): Result<Columns, readonly ImportProblem[]> {
  const titles = header.map(bare)
  const find = (column: Column): number => titles.findIndex((title) => NAMES[column].includes(title))
  const missing = ALL.filter((column) => find(column) === -1 && !OPTIONAL.has(column))
  if (missing.length > 0)
    return err(missing.map((column) => ({ row: 1, column, code: 'missing-column', value: header.join(',') })))
  return ok({
    name: find('name'),
    sku: find('sku'),
    price: find('price'),
    stock: find('stock'),
    picture: find('picture'),
  })
}

/** `" 价格（元） "` and `"Unit price (CNY)"` without what people put around the word. */
const bare = (title: string): string =>
  title
    .replace(/[(（].*[)）]/, '')
    .replace(/[\s_*-]/g, '')
    .toLowerCase()
