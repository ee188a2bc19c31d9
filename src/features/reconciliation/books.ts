import type { Output } from '@/contracts'
import type { Difference } from '@/contracts/merchant/payments'
import type { Wallet } from '@/contracts/schemas'

/** The shop's books beside the wallets' bills, as the server compared them. */
export type Books = Output<'payments', 'reconciliation'>
export type BookDay = Books['days'][number]

export const WALLETS: readonly Wallet[] = ['wechat-pay', 'alipay']

/** Days as text sort as days do: the newest first. */
export const daysOf = ({ days }: Books, wallet: Wallet): readonly BookDay[] =>
  days.filter((day) => day.wallet === wallet).sort((a, b) => b.day.localeCompare(a.day))

export const openOf = ({ differences }: Books): readonly Difference[] =>
  differences.filter(({ status }) => status === 'open')
export const settledOf = ({ differences }: Books): readonly Difference[] =>
  differences.filter(({ status }) => status !== 'open')

/** One difference as another call has just answered it. */
export const withDifference = (books: Books, difference: Difference): Books => ({
  ...books,
  differences: books.differences.map((other) => (other.id === difference.id ? difference : other)),
})
