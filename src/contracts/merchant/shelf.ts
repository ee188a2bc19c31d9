import * as v from 'valibot'
import { contract, operation } from '../contract'
import { fen, idOf, product, shelfProduct } from '../schemas'
import { onShelf } from '../shelf'

/** One sentence about one CSV row; `row` counts as a spreadsheet does, the header being row 1. */
export const importProblem = v.object({
  row: v.number(),
  column: v.picklist(['name', 'sku', 'price', 'stock', 'picture', 'file']),
  code: v.picklist([
    'missing-column',
    'empty',
    'too-long',
    'not-an-amount',
    'price-out-of-range',
    'not-a-whole-number',
    'stock-out-of-range',
    'picture-not-https',
    'picture-file-missing',
    'duplicate-sku',
    'too-many-rows',
    'no-rows',
    'unreadable',
  ]),
  value: v.string(),
})
export type ImportProblem = v.InferOutput<typeof importProblem>

export const importDraft = v.object({
  name: v.string(),
  pictureUrl: v.string(),
  skus: v.array(v.object({ name: v.string(), price: fen, stock: v.number() })),
})
export type ImportDraft = v.InferOutput<typeof importDraft>

/** CSV text (UTF-8), and the addresses of picture files that were uploaded for it, by the name used in the CSV. */
const importInput = v.object({
  merchantId: idOf('merchant'),
  csv: v.pipe(v.string(), v.maxLength(1_000_000)),
  pictures: v.optional(
    v.record(v.pipe(v.string(), v.maxLength(200)), v.pipe(v.string(), v.maxLength(500))),
    {},
  ),
})

export const shelf = contract('shelf', {
  'list-products': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ products: v.array(product) }),
    errors: [],
  }),
  'preview-import': operation({
    caller: 'merchant',
    effect: 'read',
    input: importInput,
    output: v.object({ drafts: v.array(importDraft), problems: v.array(importProblem) }),
    errors: [],
  }),
  /** All rows or none: one problem anywhere answers `import-invalid` and changes nothing. */
  'import-products': operation({
    caller: 'merchant',
    effect: 'once',
    input: importInput,
    output: v.object({ products: v.array(product) }),
    errors: ['import-invalid'],
  }),
  /** A JPEG, PNG or WebP of at most 1 MiB, base64; known by its first bytes, whatever it is called. */
  'upload-picture': operation({
    caller: 'merchant',
    effect: 'once',
    input: v.object({ merchantId: idOf('merchant'), base64: v.pipe(v.string(), v.maxLength(1_400_000)) }),
    output: v.object({ url: v.string() }),
    errors: ['picture-invalid'],
  }),
  'put-on-shelf': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object(onShelf),
    output: v.object({ product: shelfProduct }),
    errors: ['room-not-found', 'room-ended', 'product-not-found'],
  }),
  'take-off-shelf': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object(onShelf),
    output: v.object({}),
    errors: ['room-not-found'],
  }),
  /** Nobody is told what it costs, and nobody can ask for a quote, until the price is revealed. */
  'hide-price': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object(onShelf),
    output: v.object({}),
    errors: ['room-not-found', 'room-ended', 'product-off-shelf'],
  }),
  'reveal-price': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object(onShelf),
    output: v.object({}),
    errors: ['room-not-found', 'room-ended', 'product-off-shelf'],
  }),
  /** `together` with what is explained already, three at most, or instead of it. */
  explain: operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ ...onShelf, together: v.optional(v.boolean(), false) }),
    output: v.object({}),
    errors: ['room-not-found', 'room-not-live', 'product-off-shelf'],
  }),
  /** Of one product, or of all. */
  'stop-explaining': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ roomId: idOf('room'), productId: v.optional(idOf('product')) }),
    output: v.object({}),
    errors: ['room-not-found'],
  }),
})
