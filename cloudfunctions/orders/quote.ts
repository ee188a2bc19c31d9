import type { contracts, Input } from '@/contracts'
import type { CouponChoice, Quote } from '@/contracts/orders'
import { couponMismatch } from '@/domain/coupon'
import { type ClaimId, merchantOf } from '@/domain/ids'
import { toFen } from '@/domain/money'
import { err, ok, type Result } from '@/domain/result'
import type { WireError } from '@/contracts/errors'
import type { Implementation, ViewerContext } from '../_kernel/operation'
import type { Scope } from '../_kernel/ports/trade-store'
import { mergeItems } from '../_kernel/trade/place-order'
import { presentHeldCoupon } from '../_kernel/trade/present-coupon'
import {
  goodsOf,
  quoteOrder,
  readCoupon,
  type QuotedOrder,
  type QuoteWish,
} from '../_kernel/trade/quote-order'
import { sealOf } from '../_kernel/trade/seal'
import type { TradeDraft } from '../_kernel/trade/trade-draft'
import type { ClaimRow } from '../_kernel/trade/trade-rows'

type QuoteInput = Input<'orders', 'quote'>

export const quote: Implementation<typeof contracts.orders>['quote'] = async (context, input) => {
  const items = mergeItems(input.items)
  if (!items) return err({ code: 'quantity-invalid', field: 'quantity' })
  const wish = await readWish(context, input, items)
  if (!wish.ok) return wish
  const claims = await listClaims(context, input)
  const scope: Scope = {
    merchantId: merchantOf(input.roomId),
    skus: items.map(({ skuId }) => skuId),
    rooms: [input.roomId],
    claims,
    persons: [wish.value.personId],
  }
  return context.trade.store.look(scope, (draft) => answer(draft, wish.value, input.claimId))
}

async function readWish(
  { trade, viewer }: ViewerContext,
  { roomId, addressId }: QuoteInput,
  items: QuoteWish['items'],
): Promise<Result<QuoteWish, WireError>> {
  const [buyer] = await trade.store.findBuyers([{ userId: viewer.userId, addressId: addressId ?? null }])
  if (!buyer || (addressId !== undefined && !buyer.deliverTo))
    return err({ code: 'address-not-found', field: 'addressId' })
  const region = buyer.deliverTo?.region ?? ''
  return ok({ items, roomId, claimId: null, userId: viewer.userId, personId: buyer.personId, region })
}

const MOST_COUPONS = 50

/** The buyer's unspent coupons of this shop, and the one they named. */
async function listClaims(
  { db, viewer }: ViewerContext,
  { roomId, claimId }: QuoteInput,
): Promise<readonly ClaimId[]> {
  const rows = await db
    .selectFrom('coupon_claims')
    .select('claim_id')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('user_id', '=', viewer.userId)
    .where('status', '=', 'held')
    .orderBy('claimed_at', 'desc')
    .limit(MOST_COUPONS)
    .execute()
  const held = rows.map((row) => row.claim_id)
  return claimId && merchantOf(claimId) === merchantOf(roomId) ? [...held, claimId] : held
}

type Answer = Result<
  {
    readonly quote: Quote
    readonly claimId: ClaimId | null
    readonly coupons: CouponChoice[]
    readonly serverTime: number
  },
  WireError
>

function answer(draft: TradeDraft, wish: QuoteWish, wanted: ClaimId | null | undefined): Answer {
  const plain = quoteOrder(draft, wish)
  if (!plain.ok) return plain
  const claims = [...draft.claims.all()].filter((claim) => claim.user_id === wish.userId)
  const choices = claims.map((claim) => judge(draft, claim, { wish, plain: plain.value }))
  const best = choices.reduce<CouponChoice | null>(
    (top, choice) => (choice.off > (top?.off ?? 0) ? choice : top),
    null,
  )
  const claimId = wanted === undefined ? (best?.held.id ?? null) : wanted
  const priced = claimId === null ? plain : quoteOrder(draft, { ...wish, claimId })
  if (!priced.ok) return priced
  return ok({
    quote: present(draft, priced.value),
    claimId,
    coupons: choices.filter(({ held }) => held.status === 'held'),
    serverTime: draft.now,
  })
}

function judge(
  draft: TradeDraft,
  claim: ClaimRow,
  { wish, plain }: { readonly wish: QuoteWish; readonly plain: QuotedOrder },
): CouponChoice {
  const coupon = draft.coupons.need(claim.coupon_id)
  const mismatch = couponMismatch(readCoupon(coupon), plain.price.lines, {
    status: claim.status,
    now: draft.now,
  })
  const priced = mismatch ? null : quoteOrder(draft, { ...wish, claimId: claim.claim_id })
  return {
    held: presentHeldCoupon(claim, coupon),
    off: priced?.ok ? priced.value.price.discount : toFen(0),
    mismatch: mismatch && {
      code: mismatch.code,
      missing: mismatch.code === 'coupon-below-threshold' ? mismatch.missing : toFen(0),
    },
  }
}

function present(draft: TradeDraft, quoted: QuotedOrder): Quote {
  const { price } = quoted
  const flashEnds = price.lines.flatMap(({ flashSaleId }) =>
    flashSaleId === null ? [] : [draft.flashSales.need(flashSaleId).ends_at],
  )
  return {
    lines: price.lines.map((line) => ({
      skuId: line.skuId,
      productId: line.productId,
      ...goodsOf(quoted, line.skuId),
      quantity: line.quantity,
      price: line.unit,
      regularPrice: line.regularUnit,
      priceKind: line.priceKind,
      subtotal: line.subtotal,
      discount: line.discount,
      payable: line.payable,
    })),
    goods: price.goods,
    discount: price.discount,
    freight: price.freight,
    total: price.total,
    flashEndsAt: flashEnds.length === 0 ? null : Math.min(...flashEnds),
    seal: sealOf(price),
  }
}
