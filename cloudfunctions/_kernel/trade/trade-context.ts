import type { Ports } from '../ports'
import type { Trade } from './trade'

/** All that orders, stock and money need of the world: what the simulator puts in the place of the real one. */
export interface TradeContext extends Pick<Ports, 'clock' | 'ids' | 'log' | 'wallets'> {
  readonly trade: Trade
}
