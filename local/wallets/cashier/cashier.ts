import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { wallet as walletSchema, type Wallet } from '@/contracts/schemas'
import type { NoticeSender } from '../notices'
import { randomHex, type RandomBytes } from '../random'
import { refuseProduction } from '../refuse-production'
import type { TradeBook } from '../trade-book'
import { localPath } from './local-path'
import { renderCashier } from './render-cashier'

export interface WalletDesk {
  readonly book: TradeBook
  readonly notices: NoticeSender
}
interface CashierOptions {
  readonly desks: Readonly<Record<Wallet, WalletDesk>>
  readonly random: RandomBytes
  /** How the payer is called, by the host's id of them. */
  readonly nameOf: (payer: string) => string
}

const decision = v.picklist(['approve', 'cancel', 'hang'])
export type CashierOutcome = 'approved' | 'cancelled' | 'hung' | 'closed' | 'missing'

/** `/sandbox/cashier/<wallet>/<prepay id or trade number>`: where a person decides instead of in the wallet's app. */
export function createCashier({ desks, random, nameOf }: CashierOptions): Hono {
  refuseProduction('The cashier')

  const deskOf = (context: Context): { wallet: Wallet; desk: WalletDesk; token: string } | null => {
    const wallet = v.safeParse(walletSchema, context.req.param('wallet'))
    if (!wallet.success) return null
    return { wallet: wallet.output, desk: desks[wallet.output], token: context.req.param('token') ?? '' }
  }

  function show(context: Context): Response {
    const asked = deskOf(context)
    if (asked === null) return context.text('', 404)
    const trade = asked.desk.book.byToken(asked.token)
    const nonce = randomHex(random, 32)
    const returnTo = localPath(context.req.query('return'))
    const payerName = trade === null ? '' : nameOf(trade.payer)
    const page = renderCashier({ wallet: asked.wallet, trade, payerName, returnTo, nonce })
    return context.html(page, trade === null ? 404 : 200, pageHeaders(nonce))
  }

  async function decide(context: Context): Promise<Response> {
    const asked = deskOf(context)
    if (asked === null) return context.text('', 404)
    const form = await context.req.parseBody()
    const decided = v.safeParse(decision, form['decision'])
    if (!decided.success) return context.json({ error: 'invalid-decision' }, 400)
    const outcome = await carryOut(decided.output, asked.token, asked.desk)
    if (context.req.header('accept') === 'application/json') return context.json({ outcome })
    return context.redirect(localPath(context.req.query('return')) ?? new URL(context.req.url).pathname, 303)
  }

  const routes = new Hono()
  routes.get('/:wallet/:token', show)
  routes.post('/:wallet/:token', decide)
  return routes
}

/** Approving is saved before anybody is told; approving again is told the same and pays nothing. */
async function carryOut(
  decided: v.InferOutput<typeof decision>,
  token: string,
  { book, notices }: WalletDesk,
): Promise<CashierOutcome> {
  if (book.byToken(token) === null) return 'missing'
  if (decided === 'cancel') return 'cancelled'
  if (decided === 'hang') return 'hung'
  const paid = book.pay(token)
  if (!paid.ok) return paid.error
  await book.saved()
  if (paid.value.isFirst) notices.tell(paid.value.trade)
  return 'approved'
}

const pageHeaders = (nonce: string): Record<string, string> => ({
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    'img-src data:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // shown over the H5 client, which is served from the same address
    "frame-ancestors 'self'",
  ].join('; '),
})
