import type { ChatCredentials } from '@/contracts/rooms'
import { checkChatText } from '@/domain/chat-message'
import { composeId, type RoomId, type UserId } from '@/domain/ids'
import { SDK_EVENT, SDK_TYPE, type ChatSdk } from '@/services/chat/chat-sdk'
import { signUserSig } from '../../../cloudfunctions/_kernel/adapters/tencent-im/user-sig'
import { tencentIm } from '../../../cloudfunctions/_kernel/adapters/tencent-im/tencent-im'
import type { ChatGroups, ChatListener } from '../../../cloudfunctions/_kernel/ports/chat-groups'
import type { LocalImOptions, PostWebhook } from '../../../local/im/settings'
import { roomId } from '../../builders/room'
import { APP, callRest, startChatServer, type ChatServer } from './chat-server'
import { loadSdk, type SdkHost } from './sdk-hosts'
import { Viewer } from './viewer'

export const userIdOf = (name: string): UserId => composeId('user', name.padEnd(20, '0'))

export const WEBHOOK_TOKEN = 'the-token-in-the-address'
const WEBHOOK_URL = 'http://functions.invalid/notify/im'

export interface ChatWorld {
  readonly room: RoomId
  readonly groups: ChatGroups
  /** Every webhook command the stand-in called, in order. */
  readonly webhooks: readonly string[]
  server(): ChatServer
  /** From now on it is one and the same second at the vendor, and nothing has been said in it yet. */
  stopClock(): void
  credentials(name: string, secretKey?: string): ChatCredentials
  /** Somebody opens the room on a device of their own. */
  open(name: string, credentials?: ChatCredentials): Viewer
  /** Opens the room and waits until the chat is ready. */
  enter(name: string): Promise<Viewer>
  /** Enters with the bare SDK, as somebody does who does not care for our client; returns how they speak. */
  enterWithoutClient(name: string): Promise<(text: string) => Promise<unknown>>
  /** Calls a command of the vendor's REST API that the product itself does not use. */
  rest(command: string, body: object): Promise<unknown>
  /** What a restart of the product does: everything in memory is gone, the address is the same. */
  restart(): Promise<void>
  end(): Promise<void>
}

export interface ChatWorldOptions {
  readonly host: SdkHost
  readonly port: number
  readonly im?: Partial<LocalImOptions>
}

/** What a text must be in any room; what the rooms ask besides has a world of its own. */
const onlyText: ChatListener = {
  async judge({ text }) {
    const checked = text === null ? null : checkChatText(text)
    return checked?.ok === true
      ? { kind: 'allow', text: checked.value, isBuyer: false }
      : { kind: 'refuse', reason: checked?.error ?? 'chat-refused' }
  },
  wasSent: async () => undefined,
}

/** The product's own chat parts around the stand-in: adapter, webhook and any number of viewers. */
export async function startChatWorld({ host, port, im = {} }: ChatWorldOptions): Promise<ChatWorld> {
  const webhooks: string[] = []
  const groups = tencentIm({
    ...APP,
    restUrl: `http://127.0.0.1:${port}/sandbox/im`,
    webhookToken: WEBHOOK_TOKEN,
    fetch,
    clock: Date,
    random: Math.random,
  })
  const answerWebhook: PostWebhook = async (url, request) => {
    const query = Object.fromEntries(url.searchParams)
    webhooks.push(query.CallbackCommand ?? '')
    const body: unknown = JSON.parse(request.body)
    const reply = await groups.answerWebhook({ query: { ...query, token: WEBHOOK_TOKEN }, body }, onlyText)
    return reply.ok ? Response.json(reply.value) : new Response('{}', { status: 400 })
  }
  let stoppedAt: number | null = null
  const clock = { now: () => stoppedAt ?? Date.now() }
  const start = () => startChatServer({ webhookUrl: WEBHOOK_URL, fetch: answerWebhook, clock, ...im }, port)
  let server = await start()
  const viewers: Viewer[] = []
  const strangers: ChatSdk[] = []

  const credentials = (name: string, secretKey: string = APP.secretKey): ChatCredentials => {
    const userId = userIdOf(name)
    const issuedAtSeconds = Math.floor(Date.now() / 1000)
    const signing = { sdkAppId: APP.sdkAppId, secretKey, userId, issuedAtSeconds, validSeconds: 600 }
    const expiresAt = (issuedAtSeconds + 600) * 1000
    return { sdkAppId: APP.sdkAppId, userId, userSig: signUserSig(signing), groupId: roomId, expiresAt }
  }
  const open = (name: string, own = credentials(name)): Viewer => {
    const viewer = new Viewer(() => loadSdk(host, server.port, APP.sdkAppId), own)
    viewers.push(viewer)
    return viewer
  }
  await groups.ensureGroup(roomId, '脐橙开园')
  return {
    room: roomId,
    groups,
    webhooks,
    server: () => server,
    stopClock() {
      stoppedAt = Date.now() + 1_000
    },
    credentials,
    open,
    async enter(name) {
      await groups.introduce(userIdOf(name), name, `/media/${name}.png`)
      return open(name).untilReady()
    },
    async enterWithoutClient(name) {
      const sdk = loadSdk(host, server.port, APP.sdkAppId)
      strangers.push(sdk)
      return enterBareSdk(sdk, credentials(name))
    },
    rest: (command, body) => callRest(port, command, body),
    async restart() {
      await server.stop()
      server = await start()
    },
    async end() {
      await Promise.all([
        ...viewers.map((viewer) => viewer.chat.close()),
        ...strangers.map((sdk) => sdk.destroy()),
      ])
      await server.stop()
    },
  }
}

async function enterBareSdk(
  sdk: ChatSdk,
  { userId: userID, userSig, groupId: groupID }: ChatCredentials,
): Promise<(text: string) => Promise<unknown>> {
  const ready = new Promise<void>((resolve) => sdk.on(SDK_EVENT.ready, () => resolve()))
  await sdk.login({ userID, userSig })
  await ready
  await sdk.joinGroup({ groupID, type: SDK_TYPE.liveRoom })
  const to = { to: groupID, conversationType: SDK_TYPE.group, priority: SDK_TYPE.normalPriority }
  return (text) => sdk.sendMessage(sdk.createTextMessage({ ...to, payload: { text } }))
}
