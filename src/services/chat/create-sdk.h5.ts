import { chatProxy, pictureShown } from '@/platform'
import type { CreateSdk } from './chat-sdk'
import { sdkInstance } from './sdk-instance'

/** Loaded when the first room is entered and shows its picture: the feed and the picture do without these 600 KB. */
export const createSdk: CreateSdk = async (sdkAppId) => {
  await pictureShown()
  const [{ default: sdk }, { default: groupModule }] = await Promise.all([
    import('tim-js-sdk/index.es.js'),
    import('tim-js-sdk/modules/group-module.js'),
  ])
  return sdkInstance({ sdk, groupModule }, { sdkAppId, proxyServer: chatProxy(), logLevel: 1 })
}
