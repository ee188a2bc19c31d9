import type { Ports } from '../ports'
import type { Log } from '../ports/log'
import { createAlipayClient } from './alipay/alipay-client'
import { createAlipayGateway } from './alipay/alipay-gateway'
import { hmacTokenSigner } from './hmac-token-signer'
import { createAlipayIdentity } from './host-identity/alipay-identity'
import { guestIdentity } from './host-identity/guest-identity'
import { createWeChatIdentity } from './host-identity/wechat-identity'
import { randomIds } from './random-ids'
import { systemClock } from './system-clock'
import type { TencentImAccount } from './tencent-im/rest-client'
import { tencentIm } from './tencent-im/tencent-im'
import { tencentLive, type TencentLiveOptions } from './tencent-live/tencent-live'
import type { WalletConfig } from './wallet-config'
import { createWeChatPayGateway } from './wechat-pay/wechat-pay-gateway'

/** Everything that tells one deployment from another; most of it is secret. */
export interface PortsConfig {
  readonly publicUrl: string
  readonly tokenSecret: string
  readonly im: TencentImAccount & { readonly webhookToken: string }
  readonly live: Omit<TencentLiveOptions, 'clock'>
  readonly wallets: WalletConfig
}

/** The real adapters. The local product uses the very same, with the addresses of its stand-ins. */
export function composePorts(config: PortsConfig, log: Log): Ports {
  const clock = systemClock
  const adapterPorts = { clock, log }
  const { wechatPay, alipay, wechatIdentity } = config.wallets
  const alipayClient = createAlipayClient(alipay, clock)
  return {
    clock,
    log,
    ids: randomIds,
    signer: hmacTokenSigner(config.tokenSecret, clock),
    chat: tencentIm({ ...config.im, fetch, clock, random: () => Math.random() }),
    streams: tencentLive({ ...config.live, clock }),
    wallets: {
      'wechat-pay': createWeChatPayGateway(wechatPay, adapterPorts),
      alipay: createAlipayGateway(alipay, adapterPorts, alipayClient),
    },
    identities: {
      weapp: createWeChatIdentity(wechatIdentity, log),
      alipay: createAlipayIdentity(alipayClient, log),
      h5: guestIdentity,
    },
    publicUrl: config.publicUrl,
  }
}
