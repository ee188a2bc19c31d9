import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Wallet } from '@/contracts/schemas'
import { formatYuan } from '@/domain/money'
import { merchant } from '../merchant'
import type { Trade } from '../trade'

const TEMPLATE = join(__dirname, 'cashier.html')
const WORDS: Readonly<Record<Wallet, { readonly name: string; readonly method: string }>> = {
  'wechat-pay': { name: '微信支付', method: '零钱' },
  alipay: { name: '支付宝', method: '账户余额' },
}

export interface CashierView {
  readonly wallet: Wallet
  /** Null: nobody knows what is to be paid. */
  readonly trade: Trade | null
  readonly payerName: string
  readonly returnTo: string | null
  /** Lets the page's own style and script run, and no other. */
  readonly nonce: string
}

/** The payment sheet as a page. */
export function renderCashier({ wallet, trade, payerName, returnTo, nonce }: CashierView): string {
  const slots: Readonly<Record<string, string>> = {
    nonce,
    wallet,
    walletName: WORDS[wallet].name,
    method: WORDS[wallet].method,
    state: trade?.state.status ?? 'missing',
    merchant: merchant.name,
    amount: trade === null ? '' : formatYuan(trade.amount),
    description: trade?.description ?? '',
    number: trade?.number ?? '',
    payer: payerName,
    returnTo: returnTo ?? '',
  }
  const template = readFileSync(TEMPLATE, 'utf8')
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(slots[name] ?? ''))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
