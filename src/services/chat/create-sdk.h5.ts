import { chatProxy } from '@/platform'
import type { CreateSdk } from './chat-sdk'
import { sdkInstance } from './sdk-instance'

/** Loaded when the first room is entered: the feed does without these 600 KB. */
export const createSdk: CreateSdk = async (sdkAppId) => {
  const [{ default: sdk }, { default: groupModule }] = await Promise.all([
    import('tim-js-sdk/index.es.js'),
    import('tim-js-sdk/modules/group-module.js'),
  ])
  return sdkInstance({ sdk, groupModule }, { sdkAppId, proxyServer: chatProxy(), logLevel: 1 })
}
