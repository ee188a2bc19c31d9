import { type Statement, statement, step, type Step } from '../../database/statement'
import type { Tables } from '../../database/tables'
import type { TradeDraft } from '../../trade/trade-draft'

interface Written {
  readonly table: keyof Tables
  /** The key after `merchant_id`. */
  readonly key: readonly string[]
  /** Columns that may change once the row is there. */
  readonly changes: readonly string[]
}

/** In an order in which every row finds what it refers to. */
const WRITTEN = {
  orders: {
    table: 'orders',
    key: ['order_id'],
    changes: [
      'status',
      'close_reason',
      'paid_at',
      'closed_at',
      'payment_id',
      'shipped_at',
      'received_at',
      'done_at',
    ],
  },
  lines: { table: 'order_lines', key: ['order_id', 'line'], changes: [] },
  payments: { table: 'payments', key: ['payment_id'], changes: ['status', 'transaction_id', 'paid_at'] },
  refunds: {
    table: 'refunds',
    key: ['refund_id'],
    changes: ['status', 'lines', 'answer', 'failure', 'answered_at', 'done_at'],
  },
  parcels: {
    table: 'parcels',
    key: ['parcel_id'],
    changes: ['carrier_code', 'tracking_number', 'is_corrected', 'reported_at'],
  },
  skus: {
    table: 'skus',
    key: ['sku_id'],
    changes: ['available', 'reserved', 'sold', 'announced_at', 'is_unannounced'],
  },
  flashSales: { table: 'flash_sales', key: ['flash_sale_id'], changes: ['taken'] },
  coupons: { table: 'coupons', key: ['coupon_id'], changes: ['claimed', 'spent'] },
  claims: { table: 'coupon_claims', key: ['claim_id'], changes: ['status', 'order_id'] },
  counts: { table: 'person_counts', key: ['subject', 'person_id'], changes: ['had'] },
  keys: { table: 'trade_keys', key: ['user_id', 'operation', 'key'], changes: [] },
} as const satisfies Record<string, Written>

interface Part {
  readonly text: (rows: string) => string
  readonly rows: (draft: TradeDraft) => readonly object[]
}

const insert = (table: keyof Tables, rows: Part['rows']): Part => ({
  text: (given) => `insert into ${table} select * from json_populate_recordset(null::${table}, ${given})`,
  rows,
})

/** Goes by the key as an insert does, and so by no plan: the row is there, and this transaction has locked it. */
const update = ({ table, key, changes }: Written, rows: Part['rows']): Part => ({
  text: (given) => `${insert(table, rows).text(given)}
    on conflict (merchant_id, ${key.join(', ')}) do update set
      ${changes.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  rows,
})

/** The same work is left once; left again, it is due again. */
const jobs: Part = {
  text: (given) => `insert into jobs select * from json_populate_recordset(null::jobs, ${given})
    on conflict (merchant_id, kind, subject) do update set
      job_id = excluded.job_id, due_at = excluded.due_at, attempts = 0, done_at = null`,
  rows: (draft) => draft.jobs,
}

const PARTS: readonly Part[] = [
  ...(Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]).flatMap((name) => [
    insert(WRITTEN[name].table, (draft) => draft[name].added()),
    ...(WRITTEN[name].changes.length === 0 ? [] : [update(WRITTEN[name], (draft) => draft[name].updated())]),
  ]),
  insert('stock_ledger', (draft) => draft.ledger),
  jobs,
]

/**
 * Everything a draft changed, in one statement, whose parts the database carries out as one; what refers to what is
 * checked at its end. Null when nothing changed.
 */
export function writeDraft(draft: TradeDraft): Step<unknown> | null {
  const used: number[] = []
  const values: string[] = []
  PARTS.forEach((part, index) => {
    const rows = part.rows(draft)
    if (rows.length === 0) return
    used.push(index)
    // Rows go over as one JSON text: a part's text stays the same however many there are.
    values.push(JSON.stringify(rows))
  })
  return used.length === 0 ? null : step(writing(used), ...values)
}

// Which tables change together is told by what was decided: a few dozen kinds of commit at most. Should there ever be
// more, the rest is planned each time, so that no connection fills up with plans.
const MOST_KEPT = 100
const KEPT = new Map<string, Statement<unknown>>()

function writing(used: readonly number[]): Statement<unknown> {
  const name = `write-${used.join('-')}`
  const kept = KEPT.get(name)
  if (kept) return kept
  const parts = used.map(
    (index, n) => `part_${index} as (${PARTS[index]?.text(`$${n + 1}::text::json`) ?? ''})`,
  )
  const isKept = KEPT.size < MOST_KEPT
  const made = statement<unknown>(isKept ? name : null, `with ${parts.join(',\n')} select 1`)
  if (isKept) KEPT.set(name, made)
  return made
}
