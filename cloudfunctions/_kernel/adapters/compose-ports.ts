import type { Ports } from '../ports'
import type { Log } from '../ports/log'
import { alibabaLive } from './alibaba-live/alibaba-live'
import { createAlipayClient } from './alipay/alipay-client'
import { createAlipayGateway } from './alipay/alipay-gateway'
import { createAlipayCodes } from './app-codes/alipay-codes'
import { createWeChatCodes } from './app-codes/wechat-codes'
import { hmacTokenSigner } from './hmac-token-signer'
import { createAlipayIdentity } from './host-identity/alipay-identity'
import { guestIdentity } from './host-identity/guest-identity'
import { createWeChatIdentity } from './host-identity/wechat-identity'
import type { LiveVendorOptions } from './live-vendor/live-vendor'
import { randomIds } from './random-ids'
import { createAlipayShipping } from './shipping-reports/alipay-shipping'
import { createWeChatShipping } from './shipping-reports/wechat-shipping'
import { createAlipayMessages } from './subscribe-messages/alipay-messages'
import { noMessages } from './subscribe-messages/no-messages'
import type { MessageTemplate } from './subscribe-messages/template'
import { createWeChatMessages } from './subscribe-messages/wechat-messages'
import { systemClock } from './system-clock'
import type { TencentImAccount } from './tencent-im/rest-client'
import { tencentIm } from './tencent-im/tencent-im'
import { tencentLive } from './tencent-live/tencent-live'
import type { WalletConfig } from './wallet-config'
import { createAccessTokens } from './wechat-api/access-token'
import { createWeChatPayGateway } from './wechat-pay/wechat-pay-gateway'

/** Everything that tells one deployment from another; most of it is secret. */
export interface PortsConfig {
  readonly publicUrl: string
  readonly tokenSecret: string
  readonly im: TencentImAccount & { readonly webhookToken: string }
  readonly live: Omit<LiveVendorOptions, 'clock' | 'callbackHost'> & {
    readonly vendor: 'tencent' | 'alibaba'
  }
  readonly wallets: WalletConfig
  /** Hosts that draw codes for their own cameras: those where the app is published. */
  readonly appCodes: readonly ('weapp' | 'alipay')[]
  /** What people are asked to allow when they reserve a show; a host without one tells nobody. */
  readonly startTemplates: { readonly weapp?: MessageTemplate; readonly alipay?: MessageTemplate }
}

const LIVE_VENDORS = { tencent: tencentLive, alibaba: alibabaLive }

/** The real adapters. The local product uses the very same, with the addresses of its stand-ins. */
export function composePorts(config: PortsConfig, log: Log): Ports {
  const clock = systemClock
  const adapterPorts = { clock, log }
  const { wechatPay, alipay, wechatIdentity } = config.wallets
  const { weapp, alipay: alipayTemplate } = config.startTemplates
  const wechatTokens = createAccessTokens(wechatIdentity, adapterPorts)
  const alipayClient = createAlipayClient(alipay, clock)
  return {
    clock,
    log,
    ids: randomIds,
    signer: hmacTokenSigner(config.tokenSecret, clock),
    chat: tencentIm({ ...config.im, fetch, clock, random: () => Math.random() }),
    streams: LIVE_VENDORS[config.live.vendor]({
      ...config.live,
      callbackHost: new URL(config.publicUrl).hostname,
      clock,
    }),
    wallets: {
      'wechat-pay': createWeChatPayGateway(wechatPay, adapterPorts),
      alipay: createAlipayGateway(alipay, adapterPorts, alipayClient),
    },
    shippingReports: {
      'wechat-pay': createWeChatShipping(wechatIdentity, adapterPorts, wechatTokens),
      alipay: createAlipayShipping(alipayClient, alipay, log),
    },
    identities: {
      weapp: createWeChatIdentity(wechatIdentity, adapterPorts, wechatTokens),
      alipay: createAlipayIdentity(alipayClient, alipay, log),
      h5: guestIdentity,
    },
    appCodes: {
      weapp: config.appCodes.includes('weapp')
        ? createWeChatCodes(wechatIdentity, adapterPorts, wechatTokens)
        : null,
      alipay: config.appCodes.includes('alipay') ? createAlipayCodes(alipayClient, adapterPorts) : null,
      h5: null,
    },
    subscribeMessages: {
      weapp: weapp
        ? createWeChatMessages({ ...wechatIdentity, template: weapp }, adapterPorts, wechatTokens)
        : noMessages,
      alipay: alipayTemplate ? createAlipayMessages(alipayClient, alipayTemplate, log) : noMessages,
      h5: noMessages,
    },
    publicUrl: config.publicUrl,
  }
}
