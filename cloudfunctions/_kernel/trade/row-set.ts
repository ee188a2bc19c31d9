import type { OrderId } from '@/domain/ids'

/** Rows of one table as a decision sees them: what was loaded, under what was changed since. */
export class RowSet<Row extends object> {
  readonly #rows = new Map<string, Row>()
  readonly #loaded = new Set<string>()
  readonly #changed = new Map<string, Row>()

  constructor(
    protected readonly keyOf: (row: Row) => string,
    loaded: Iterable<Row> = [],
  ) {
    for (const row of loaded) {
      const key = keyOf(row)
      this.#rows.set(key, row)
      this.#loaded.add(key)
    }
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key)
  }

  /** The row under a key that the caller knows to be there, having asked for it in the scope. */
  need(key: string): Row {
    const row = this.#rows.get(key)
    if (!row) throw new Error(`Not in scope: ${key}`)
    return row
  }

  all(): IterableIterator<Row> {
    return this.#rows.values()
  }

  put(row: Row): void {
    const key = this.keyOf(row)
    this.#rows.set(key, row)
    this.#changed.set(key, row)
  }

  /** Rows that were added or changed. */
  changed(): readonly Row[] {
    return [...this.#changed.values()]
  }

  added(): readonly Row[] {
    return this.#pick((key) => !this.#loaded.has(key))
  }

  updated(): readonly Row[] {
    return this.#pick((key) => this.#loaded.has(key))
  }

  #pick(isWanted: (key: string) => boolean): readonly Row[] {
    return [...this.#changed].filter(([key]) => isWanted(key)).map(([, row]) => row)
  }
}

/** Rows that hang on orders, found by their order, too, in the order in which they came. */
export class PartSet<Row extends { readonly order_id: OrderId }> extends RowSet<Row> {
  readonly #keys = new Map<OrderId, Set<string>>()

  constructor(keyOf: (row: Row) => string, loaded: readonly Row[]) {
    super(keyOf, loaded)
    for (const row of loaded) this.#file(row)
  }

  ofOrder(orderId: OrderId): readonly Row[] {
    return [...(this.#keys.get(orderId) ?? [])].map((key) => this.need(key))
  }

  override put(row: Row): void {
    super.put(row)
    this.#file(row)
  }

  #file(row: Row): void {
    const key = this.keyOf(row)
    const keys = this.#keys.get(row.order_id)
    if (keys) keys.add(key)
    else this.#keys.set(row.order_id, new Set([key]))
  }
}
