import type TencentCloudChat from 'tim-js-sdk/index.es.js'
import type { ChatSdk } from './chat-sdk'

export interface SdkParts {
  readonly sdk: typeof TencentCloudChat
  readonly groupModule: unknown
}
export interface SdkOptions {
  readonly sdkAppId: number
  /** Where to connect instead of the vendor. */
  readonly proxyServer: string | undefined
  /** 1: the SDK's release level; 4: nothing. */
  readonly logLevel: 1 | 4
}

export function sdkInstance({ sdk, groupModule }: SdkParts, options: SdkOptions): ChatSdk {
  const instance = sdk.create({
    SDKAppID: options.sdkAppId,
    proxyServer: options.proxyServer,
    modules: { 'group-module': groupModule },
  })
  instance.setLogLevel(options.logLevel)
  return instance
}
