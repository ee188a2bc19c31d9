import { STOCK_MOVES, type StockMove } from '@/domain/stock'
import type { MemoryTables } from '../../../cloudfunctions/_kernel/adapters/trade-store/memory-trade-store'
import { countKey } from '../../../cloudfunctions/_kernel/trade/trade-draft'
import type { CouponRow, SkuRow } from '../../../cloudfunctions/_kernel/trade/trade-rows'
import { Violation } from '../engine/violation'
import { Tally } from './tally'

/** What each move does to the three counters, by hand: [available, reserved, sold]. */
const EFFECT: Readonly<Record<StockMove, readonly [number, number, number]>> = {
  'put-in': [1, 0, 0],
  corrected: [1, 0, 0],
  reserved: [-1, 1, 0],
  released: [1, -1, 0],
  sold: [0, -1, 1],
  returned: [1, 0, -1],
}

/** Counters say what the rows say: the ledger's sums, and what all orders hold together. */
export class Counters {
  readonly #ledger = new Tally()
  #read = 0

  constructor(
    private readonly tables: MemoryTables,
    private readonly held: Tally,
  ) {}

  expectAll(): void {
    this.#readLedger()
    for (const sku of this.tables.skus.values()) this.#expectSku(sku)
    for (const sale of this.tables.flashSales.values()) {
      const taken = this.held.of(`taken ${sale.flash_sale_id}`)
      if (sale.taken !== taken || taken > sale.quantity)
        throw new Violation(`${taken} of ${sale.quantity} are held at the flash price, ${sale.taken} counted`)
      this.#expectPersons(sale.flash_sale_id, sale.per_person)
    }
    for (const coupon of this.tables.coupons.values()) this.#expectCoupon(coupon)
  }

  #readLedger(): void {
    const { ledger } = this.tables
    for (; this.#read < ledger.length; this.#read += 1) {
      const entry = ledger[this.#read]
      if (entry === undefined || !STOCK_MOVES.includes(entry.move))
        throw new Violation('A ledger with a hole')
      const [available, reserved, sold] = EFFECT[entry.move]
      this.#ledger.add(`available ${entry.sku_id}`, available * entry.quantity)
      this.#ledger.add(`reserved ${entry.sku_id}`, reserved * entry.quantity)
      this.#ledger.add(`sold ${entry.sku_id}`, sold * entry.quantity)
      if (available > 0 && reserved === 0 && sold === 0)
        this.#ledger.add(`put in ${entry.sku_id}`, entry.quantity)
    }
  }

  #expectSku({ sku_id: id, available, reserved, sold }: SkuRow): void {
    const ledger = this.#ledger
    const told = `${available} available, ${reserved} reserved, ${sold} sold`
    if (Math.min(available, reserved, sold) < 0) throw new Violation(`Oversold: ${told} of ${id}`)
    if (available + reserved + sold !== ledger.of(`put in ${id}`))
      throw new Violation(`Stock is not conserved: ${told} of ${ledger.of(`put in ${id}`)} of ${id}`)
    const isLedgers =
      available === ledger.of(`available ${id}`) &&
      reserved === ledger.of(`reserved ${id}`) &&
      sold === ledger.of(`sold ${id}`)
    if (!isLedgers) throw new Violation(`The ledger does not say: ${told} of ${id}`)
    if (reserved !== this.held.of(`reserved ${id}`) || sold !== this.held.of(`sold ${id}`))
      throw new Violation(
        `Orders hold ${this.held.of(`reserved ${id}`)} and bought ${this.held.of(`sold ${id}`)}: ${told} of ${id}`,
      )
  }

  #expectPersons(subject: CouponRow['coupon_id'] | SaleId, limit: number): void {
    for (const { personId } of this.tables.buyers.values()) {
      const key = countKey(subject, personId)
      const had = this.tables.counts.get(key)?.had ?? 0
      const really = this.held.of(`had ${key}`)
      if (had !== really || really > limit)
        throw new Violation(`${personId} has ${really} of ${subject}, ${had} counted, ${limit} allowed`)
    }
  }

  #expectCoupon({ coupon_id: id, claimed, spent, total, per_person: limit }: CouponRow): void {
    let claims = 0
    let spentClaims = 0
    for (const claim of this.tables.claims.values()) {
      const orders = this.held.of(`spent ${claim.claim_id}`)
      if (orders > 1) throw new Violation(`${claim.claim_id} is spent in ${orders} orders`)
      if ((claim.status === 'spent') !== (orders === 1) || (claim.order_id !== null) !== (orders === 1))
        throw new Violation(`${claim.claim_id} is ${claim.status}, and ${orders} orders have it`)
      claims += 1
      spentClaims += orders
    }
    if (claimed !== claims || spent !== spentClaims || claims > total)
      throw new Violation(
        `${claims} of ${total} claimed (${claimed} counted), ${spentClaims} spent (${spent} counted)`,
      )
    this.#expectPersons(id, limit)
  }
}

type SaleId = Parameters<typeof countKey>[0]
