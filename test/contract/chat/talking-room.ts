import type { RoomId } from '@/domain/ids'
import type { ChatCredentials } from '@/contracts/rooms'
import { SDK_EVENT, SDK_TYPE, type ChatSdk } from '@/services/chat/chat-sdk'
import { tencentIm } from '../../../cloudfunctions/_kernel/adapters/tencent-im/tencent-im'
import type { PostWebhook } from '../../../local/im/settings'
import type { Actor, TestApplication } from '../../builders/test-application'
import { APP, startChatServer } from './chat-server'
import { h5Host, loadSdk } from './sdk-hosts'
import { Viewer } from './viewer'

const WEBHOOK_TOKEN = 'the-token-in-the-address'

export interface TalkingRoom {
  /** Somebody enters with our own client. */
  enter(actor: Actor): Promise<Viewer>
  /** Somebody tries to enter with credentials of theirs, good or not. */
  open(credentials: ChatCredentials): Viewer
  /** Somebody enters with the bare SDK, and writes beside their messages what they like. */
  enterWithoutClient(actor: Actor): Promise<(text: string, customData: string) => Promise<unknown>>
  end(): Promise<void>
}

/** A room of the real application, whose chat is the stand-in: rules, measures and webhooks are the product's own. */
export async function startTalkingRoom(
  test: TestApplication,
  roomId: RoomId,
  port: number,
): Promise<TalkingRoom> {
  const groups = tencentIm({
    ...APP,
    restUrl: `http://127.0.0.1:${port}/sandbox/im`,
    webhookToken: WEBHOOK_TOKEN,
    fetch,
    clock: Date,
    random: Math.random,
  })
  Object.assign(test.chat, groups)
  const answerWebhook: PostWebhook = (url, { body }) =>
    test.post(`/notify/im/${WEBHOOK_TOKEN}${url.search}`, body)
  const server = await startChatServer(
    { webhookUrl: 'http://functions.invalid/', fetch: answerWebhook },
    port,
  )
  await groups.ensureGroup(roomId, '脐橙开园')
  const leavings: (() => Promise<unknown>)[] = []

  const credentials = (actor: Actor): Promise<ChatCredentials> =>
    test.as(actor).ask<'chat', 'credentials'>('chat/credentials', { roomId })
  const open = (own: ChatCredentials): Viewer => {
    const viewer = new Viewer(() => loadSdk(h5Host, server.port, APP.sdkAppId), own)
    leavings.push(() => viewer.chat.close())
    return viewer
  }
  return {
    open,
    enter: async (actor) => open(await credentials(actor)).untilReady(),
    async enterWithoutClient(actor) {
      const sdk = loadSdk(h5Host, server.port, APP.sdkAppId)
      leavings.push(() => sdk.destroy())
      return enterBareSdk(sdk, await credentials(actor))
    },
    async end() {
      await Promise.all(leavings.map((leave) => leave().catch(() => undefined)))
      await server.stop()
    },
  }
}

/** The SDK takes more than our client ever gives it. */
type TalkativeSdk = ChatSdk & {
  createTextMessage(options: object): unknown
}

async function enterBareSdk(
  sdk: TalkativeSdk,
  { userId: userID, userSig, groupId: groupID }: ChatCredentials,
): Promise<(text: string, customData: string) => Promise<unknown>> {
  const ready = new Promise<void>((resolve) => sdk.on(SDK_EVENT.ready, () => resolve()))
  await sdk.login({ userID, userSig })
  await ready
  await sdk.joinGroup({ groupID, type: SDK_TYPE.liveRoom })
  const to = { to: groupID, conversationType: SDK_TYPE.group, priority: SDK_TYPE.normalPriority }
  return (text, cloudCustomData) =>
    sdk.sendMessage(sdk.createTextMessage({ ...to, payload: { text }, cloudCustomData }))
}
