import * as v from 'valibot'
import { toFen, parseYuan, type Fen } from '@/domain/money'
import data from './catalogue.json'

const yuan = v.pipe(
  v.string(),
  v.transform((text): Fen => {
    const price = parseYuan(text)
    if (!price.ok) throw new Error(`Not a price in the catalogue: ${text}`)
    return toFen(price.value)
  }),
)

const shop = v.object({
  /** Eight characters: the merchant's part in every id of the shop. */
  merchant: v.string(),
  /** Folder of its pictures, and the name of its live loop. */
  folder: v.picklist(['orchard', 'jewellery', 'clothing']),
  name: v.string(),
  /** Persona who hosts. */
  host: v.string(),
  products: v.array(
    v.object({
      name: v.string(),
      picture: v.string(),
      skus: v.array(v.tuple([v.string(), yuan, v.number()])),
    }),
  ),
  coupons: v.array(
    v.object({
      title: v.string(),
      value: v.variant('kind', [
        v.object({ kind: v.literal('fixed'), off: yuan }),
        v.object({ kind: v.literal('percent'), percentOff: v.number(), cap: yuan }),
      ]),
      threshold: yuan,
      total: v.number(),
    }),
  ),
  freight: v.object({
    fee: yuan,
    freeFrom: yuan,
    regions: v.array(v.object({ names: v.array(v.string()), fee: v.nullable(yuan) })),
  }),
  /** One SKU costs less in one room. Products and SKUs are named by their place. */
  livePrice: v.object({ room: v.string(), product: v.number(), sku: v.number(), price: yuan }),
  /** Open from the start of the product, for so many hours. */
  flashSale: v.object({
    product: v.number(),
    sku: v.number(),
    price: yuan,
    quantity: v.number(),
    perPerson: v.number(),
    hours: v.number(),
  }),
  rooms: v.array(
    v.object({
      key: v.string(),
      title: v.string(),
      status: v.picklist(['live', 'upcoming', 'ended']),
      /** When it starts or started, counted from the seeding. */
      inHours: v.optional(v.number(), -0.5),
      /** Products on the shelf, by their place in `products`. */
      shelf: v.array(v.number()),
      /** How an ended show went: its length, and the products that the host explained. It can be watched again. */
      show: v.optional(
        v.object({
          minutes: v.number(),
          explained: v.array(v.number()),
          /** What viewers asked about its products and the host answered, at a minute of the show, in that order. */
          answers: v.array(
            v.object({
              product: v.number(),
              minute: v.number(),
              asker: v.string(),
              question: v.string(),
              answer: v.string(),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type Shop = v.InferOutput<typeof shop>

export const catalogue: readonly Shop[] = v.parse(v.array(shop), data)
