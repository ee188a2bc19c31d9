/** Units of one SKU. `available` can be ordered; `reserved` waits for payment; `sold` is paid for. */
export interface Stock {
  readonly available: number
  readonly reserved: number
  readonly sold: number
}

export const STOCK_MOVES = ['put-in', 'corrected', 'reserved', 'released', 'sold', 'returned'] as const
/** Why units moved. `returned`: paid for and given back before they were sent. */
export type StockMove = (typeof STOCK_MOVES)[number]

const EFFECT: Readonly<Record<StockMove, Stock>> = {
  'put-in': { available: 1, reserved: 0, sold: 0 },
  corrected: { available: 1, reserved: 0, sold: 0 },
  reserved: { available: -1, reserved: 1, sold: 0 },
  released: { available: 1, reserved: -1, sold: 0 },
  sold: { available: 0, reserved: -1, sold: 1 },
  returned: { available: 1, reserved: 0, sold: -1 },
}

/** The stock after `units` moved; `corrected` alone may take a negative number. Null when it would not be there. */
export function moveStock(stock: Stock, move: StockMove, units: number): Stock | null {
  const effect = EFFECT[move]
  const after = {
    available: stock.available + effect.available * units,
    reserved: stock.reserved + effect.reserved * units,
    sold: stock.sold + effect.sold * units,
  }
  return Math.min(after.available, after.reserved, after.sold) < 0 ? null : after
}

/** Every unit that was ever put in is somewhere: the sum of what was put in and corrected equals this. */
export const everPutIn = ({ available, reserved, sold }: Stock): number => available + reserved + sold
