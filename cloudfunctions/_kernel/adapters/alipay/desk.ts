import type { refusalFor } from '../wallets/api-error'
import type { AdapterPorts, AlipayOptions } from '../wallet-config'
import type { AlipayClient } from './alipay-client'

/** What every operation of Alipay works with. */
export interface AlipayDesk extends AdapterPorts {
  readonly client: AlipayClient
  readonly refuse: ReturnType<typeof refusalFor>
  readonly options: AlipayOptions
}

/** The trade is opened when the person comes to the cashier: until then Alipay knows no such number. */
export const NEVER_SEEN = 'ACQ.TRADE_NOT_EXIST'
