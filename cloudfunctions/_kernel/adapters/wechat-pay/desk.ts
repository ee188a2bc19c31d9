import type { refusalFor } from '../wallets/api-error'
import type { AdapterPorts, WeChatPayOptions } from '../wallet-config'
import type { WeChatPayCall } from './wechat-pay-client'

/** What every operation of WeChat Pay works with. */
export interface WeChatPayDesk extends AdapterPorts {
  readonly call: WeChatPayCall
  readonly refuse: ReturnType<typeof refusalFor>
  readonly options: WeChatPayOptions
}
