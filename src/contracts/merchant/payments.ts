import * as v from 'valibot'
import { parseBillDay } from '@/domain/bill'
import { DIFFERENCE_KINDS, REPAIRS } from '@/domain/reconcile'
import { contract, operation } from '../contract'
import { epochMs, fen, idOf, wallet } from '../schemas'

/** A Beijing day, `2026-11-26`. */
const day = v.pipe(
  v.string(),
  v.check((text) => parseBillDay(text).ok, 'Not a day'),
)

export const difference = v.object({
  id: v.string(),
  /** Whose bill showed it. */
  day,
  wallet,
  kind: v.picklist(DIFFERENCE_KINDS),
  /** The payment's or the refund's: what the wallet knows it by. */
  number: v.string(),
  orderId: v.nullable(idOf('order')),
  here: v.nullable(fen),
  there: v.nullable(fen),
  status: v.picklist(['open', 'repaired', 'noted']),
  /** What made a repaired one go away. */
  repair: v.nullable(v.picklist(REPAIRS)),
  /** What a person wrote of a noted one. */
  note: v.string(),
  foundAt: epochMs,
})
export type Difference = v.InferOutput<typeof difference>

export const billDay = v.object({
  day,
  wallet,
  /** `waiting`: the bill is not there yet. `differs`: something is open. */
  status: v.picklist(['waiting', 'agrees', 'differs']),
  /** What the bill says came in and went back. */
  payments: fen,
  refunds: fen,
  checkedAt: v.nullable(epochMs),
})

export const payments = contract('payments', {
  /** What is still open, and the last 31 days of both wallets' bills against the shop's ledger, newest first. */
  reconciliation: operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ days: v.array(billDay), differences: v.array(difference), serverTime: epochMs }),
    errors: [],
  }),
  /**
   * Does what is safe about a difference: asks the wallet and settles what it says. It moves no money but a refund that
   * was agreed and that the wallet never saw. What the wallet's word does not explain stays open, for a person.
   */
  'repair-difference': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({
      merchantId: idOf('merchant'),
      differenceId: v.pipe(v.string(), v.maxLength(64)),
    }),
    output: v.object({ difference }),
    errors: ['difference-not-found', 'payment-unknown'],
  }),
  /** A person has looked at it and says why it is all right. */
  'note-difference': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.strictObject({
      merchantId: idOf('merchant'),
      differenceId: v.pipe(v.string(), v.maxLength(64)),
      note: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
    }),
    output: v.object({ difference }),
    errors: ['difference-not-found'],
  }),
})
