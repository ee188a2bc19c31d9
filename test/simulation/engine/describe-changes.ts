import type { TradeDraft } from '../../../cloudfunctions/_kernel/trade/trade-draft'

/** What a commit changed, in one line of a history. */
export function describeChanges(draft: TradeDraft): string {
  const words = [
    ...draft.orders.changed().map(({ order_id: id, status }) => `${id} ${status}`),
    ...draft.payments.changed().map(({ payment_id: id, status }) => `${id} ${status}`),
    ...draft.refunds
      .changed()
      .map((row) => `${row.refund_id} ${row.status} ${row.amount_fen} (${row.cause})`),
    ...draft.parcels.changed().map(({ parcel_id: id }) => `${id} sent`),
    ...draft.claims.changed().map(({ claim_id: id, status }) => `${id} ${status}`),
    ...draft.skus.changed().map((row) => `${row.sku_id} ${row.available}/${row.reserved}/${row.sold}`),
  ]
  return words.length === 0 ? 'nothing' : words.join(', ')
}
