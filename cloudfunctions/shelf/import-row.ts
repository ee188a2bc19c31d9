import type { ImportProblem } from '@/contracts/merchant/shelf'
import { parseYuan, toFen, type Fen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import { isHttpsUrl } from '../_kernel/live/picture-url'
import type { Column, Columns } from './import-columns'

const MAX_NAME = 60
const MAX_SKU_NAME = 30
const MAX_URL = 500
const MIN_PRICE = toFen(1)
const MAX_PRICE = toFen(99_999_999)
const MAX_STOCK = 999_999
const ONLY_FORM = '默认'

/** Addresses of uploaded picture files, by the name used in the CSV. */
export type Pictures = Readonly<Record<string, string>>

export interface ImportCells {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** A row as far as it could be read; null where a problem stands instead. */
export interface ImportRow {
  readonly row: number
  readonly name: string | null
  readonly sku: string | null
  readonly price: Fen | null
  readonly stock: number | null
  /** Empty when the row names none: another row of the product may. */
  readonly pictureUrl: string | null
  readonly problems: readonly ImportProblem[]
}

export function readRow({ row, cells }: ImportCells, columns: Columns, pictures: Pictures): ImportRow {
  const problems: ImportProblem[] = []
  const take = <T>(column: Column, read: (text: string) => Reading<T>): T | null => {
    const value = tidy(cells[columns[column]] ?? '')
    const result = read(value)
    if (result.ok) return result.value
    problems.push({ row, column, code: result.error, value: value.slice(0, MAX_NAME) })
    return null
  }
  return {
    row,
    name: take('name', (text) => readName(text, MAX_NAME)),
    sku: take('sku', (text) => readName(text || ONLY_FORM, MAX_SKU_NAME)),
    price: take('price', readPrice),
    stock: take('stock', readStock),
    pictureUrl: take('picture', (text) => readPicture(text, pictures)),
    problems,
  }
}

/** Spreadsheets are full of line breaks and double spaces that nobody sees. */
const tidy = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()

type Reading<T> = Result<T, ImportProblem['code']>

function readName(text: string, max: number): Reading<string> {
  if (text === '') return err('empty')
  return text.length > max ? err('too-long') : ok(text)
}

function readPrice(text: string): Reading<Fen> {
  if (text === '') return err('empty')
  const price = parseYuan(text)
  if (!price.ok) return err('not-an-amount')
  return price.value < MIN_PRICE || price.value > MAX_PRICE ? err('price-out-of-range') : price
}

function readStock(text: string): Reading<number> {
  if (text === '') return err('empty')
  if (!/^-?\d+$/.test(text)) return err('not-a-whole-number')
  const stock = Number(text)
  return stock < 0 || stock > MAX_STOCK ? err('stock-out-of-range') : ok(stock)
}

function readPicture(text: string, pictures: Pictures): Reading<string> {
  const uploaded = Object.entries(pictures).find(([name]) => name === text)
  if (text === '' || uploaded) return ok(uploaded?.[1] ?? '')
  if (!/^([a-z]+:|\/\/)/i.test(text)) return err('picture-file-missing')
  if (!isHttpsUrl(text)) return err('picture-not-https')
  return text.length > MAX_URL ? err('too-long') : ok(text)
}
