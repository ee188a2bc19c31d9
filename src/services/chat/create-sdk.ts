import sdk from 'tim-js-sdk/index.es.js'
import groupModule from 'tim-js-sdk/modules/group-module.js'
import { chatProxy } from '@/platform'
import type { CreateSdk } from './chat-sdk'
import { sdkInstance } from './sdk-instance'

// Mini-programs load no code at run time: a plain import, from the live subpackage only, keeps the SDK there.
export const createSdk: CreateSdk = async (sdkAppId) =>
  sdkInstance({ sdk, groupModule }, { sdkAppId, proxyServer: chatProxy(), logLevel: 1 })
