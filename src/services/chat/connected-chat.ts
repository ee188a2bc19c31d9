import * as v from 'valibot'
import type { ChatCredentials } from '@/contracts/rooms'
import { checkChatText } from '@/domain/chat-message'
import { err, ok, type Result } from '@/domain/result'
import { SECOND } from '@/domain/time'
import type { Network } from '@/platform/ports/network'
import type { Chat, ChatHandlers, ChatLine, ChatSendError, ChatState, ChatWeight } from './chat'
import { SDK_EVENT, SDK_TYPE, type ChatSdk, type CreateSdk } from './chat-sdk'
import { readSdkMessage, readSentMessage, type ReadingFor } from './sdk-messages'
import { SeenIds } from './seen-ids'
import { sendErrorOf } from './send-error'

export interface ChatDeps {
  readonly createSdk: CreateSdk
  readonly network: Pick<Network, 'subscribe'>
  /** How long to wait after the n-th failure in a row (from 0). */
  readonly retryAfterMs?: (failures: number) => number
  /** How long something said waits for the way there. */
  readonly patienceMs?: number
  /** How long the first try to enter may take once the SDK is loaded; the next ones get more, up to four times as much. */
  readonly entryMs?: number
}

const PATIENCE_MS = 8 * SECOND
/** The SDK itself looks after a socket that broke while it logged in a whole minute later. */
const ENTRY_MS = 15 * SECOND
/** A slow network is not a broken one. */
const MOST_PATIENCE = 4
/** What a breaking socket swallowed fails after 15 s in the SDK, though the next socket is long open. */
const ATTEMPTS = 3
const retryAfterMs = (failures: number): number => Math.min(2 ** failures, 30) * SECOND

const networkEvent = v.object({ state: v.picklist(['connected', 'connecting', 'disconnected']) })
const kickedOutEvent = v.object({ type: v.string() })
const SIGNATURE_EXPIRED = 'userSigExpired'

const STATE_OF_NETWORK = { connected: 'ready', connecting: 'connecting', disconnected: 'offline' } as const

/** States that do not lead to another one by themselves. */
const DECIDED: ReadonlySet<ChatState | null> = new Set(['ready', 'kicked'] as const)

const PRIORITY = { normal: SDK_TYPE.normalPriority, high: SDK_TYPE.highPriority } as const

interface Said {
  readonly text: string
  readonly weight: ChatWeight
}
/** Sent again as the same message, it has the same number: the vendor drops a second copy. */
interface Unsent {
  readonly sdk: ChatSdk
  readonly message: unknown
}

/** One stay in one room's chat, kept up until it is closed. */
export class ConnectedChat implements Chat {
  readonly #deps: Required<ChatDeps>
  readonly #handlers: ChatHandlers
  readonly #seen = new SeenIds()
  #credentials: ChatCredentials
  #sdk: ChatSdk | null = null
  #opening: Promise<ChatSdk> | null = null
  #closing: Promise<void> | null = null
  #state: ChatState | null = null
  #hasJoined = false
  #isClosed = false
  readonly #waiting = new Set<() => void>()

  constructor(deps: ChatDeps, credentials: ChatCredentials, handlers: ChatHandlers) {
    this.#deps = { retryAfterMs, patienceMs: PATIENCE_MS, entryMs: ENTRY_MS, ...deps }
    this.#credentials = credentials
    this.#handlers = handlers
    void this.#connect()
  }

  async send(raw: string, weight: ChatWeight = 'normal'): Promise<Result<ChatLine, ChatSendError>> {
    const text = checkChatText(raw)
    if (!text.ok) return text
    return this.#deliver({ text: text.value, weight }, null, ATTEMPTS)
  }

  async #deliver(
    said: Said,
    tried: Unsent | null,
    attempts: number,
  ): Promise<Result<ChatLine, ChatSendError>> {
    await this.#untilDecided()
    const sdk = this.#sdk
    if (sdk === null || this.#state !== 'ready') return err('offline')
    const unsent = tried?.sdk === sdk ? tried : { sdk, message: this.#textMessage(sdk, said) }
    const sent = await this.#sendOnce(unsent)
    if (sent.ok || sent.error !== 'offline' || attempts === 1) return sent
    await this.#wait(this.#deps.retryAfterMs(0))
    return this.#deliver(said, unsent, attempts - 1)
  }

  async #sendOnce({ sdk, message }: Unsent): Promise<Result<ChatLine, ChatSendError>> {
    try {
      const line = readSentMessage(await sdk.sendMessage(message), this.#reading(false))
      if (!line) return err('chat-refused')
      this.#seen.add(line.id)
      return ok(line)
    } catch (error) {
      return err(sendErrorOf(error))
    }
  }

  close(): Promise<void> {
    this.#isClosed = true
    this.#decide()
    this.#closing ??= this.#shutDown()
    return this.#closing
  }

  /** The next chat gets the same SDK instance: this one must be through with it, even if it only just arrives. */
  async #shutDown(): Promise<void> {
    await this.#opening?.catch(() => undefined)
    await this.#dropSdk()
  }

  /** Tries until it is in the room or closed. Credentials may be what is wrong, so every failure renews them. */
  async #connect(): Promise<void> {
    this.#hasJoined = false
    for (let failures = 0; !this.#isClosed; failures += 1) {
      this.#become('connecting')
      const patience = Math.min(failures + 1, MOST_PATIENCE)
      if (await this.#enter(patience * this.#deps.entryMs)) return
      this.#become('offline')
      await this.#dropSdk()
      await this.#untilNetworkReturns(this.#deps.retryAfterMs(failures))
      await this.#renew()
    }
  }

  async #enter(ms: number): Promise<boolean> {
    try {
      this.#opening = this.#open(this.#credentials.sdkAppId)
      const entering = this.#logInAndJoin(await this.#opening)
      if (!(await this.#untilNetworkReturns(ms, entering))) return false
    } catch {
      // every cause (code not loaded, no network, signature, no such group yet) has the same remedy: again, later
      return false
    }
    this.#hasJoined = true
    this.#become('ready')
    return true
  }

  async #logInAndJoin(sdk: ChatSdk): Promise<true> {
    const { userId: userID, userSig, groupId: groupID } = this.#credentials
    const ready = new Promise<void>((resolve) => sdk.on(SDK_EVENT.ready, () => resolve()))
    await sdk.login({ userID, userSig })
    await ready
    await sdk.joinGroup({ groupID, type: SDK_TYPE.liveRoom })
    return true
  }

  async #open(sdkAppId: number): Promise<ChatSdk> {
    const sdk = await this.#deps.createSdk(sdkAppId)
    this.#sdk = sdk
    const on = (event: string, handle: (data: unknown) => void): void =>
      sdk.on(event, ({ data }) => {
        if (this.#sdk === sdk) handle(data)
      })
    on(SDK_EVENT.messages, (data) => this.#receive(data))
    on(SDK_EVENT.network, (data) => this.#networkChanged(data))
    on(SDK_EVENT.kickedOut, (data) => void this.#kickedOut(data))
    return sdk
  }

  #receive(data: unknown): void {
    const reading = this.#reading(!this.#hasJoined)
    const lines: ChatLine[] = []
    for (const message of Array.isArray(data) ? data : []) {
      const read = readSdkMessage(message, reading)
      if (read?.kind === 'notice') this.#handlers.onNotice(read.notice)
      if (read?.kind === 'line' && this.#seen.add(read.line.id)) lines.push(read.line)
    }
    if (lines.length > 0) this.#handlers.onLines(lines)
  }

  #networkChanged(data: unknown): void {
    const parsed = v.safeParse(networkEvent, data)
    if (!parsed.success) return
    const state = STATE_OF_NETWORK[parsed.output.state]
    // a socket that is open again is not yet a room that is entered
    if (state !== 'ready' || this.#hasJoined) this.#become(state)
  }

  async #kickedOut(data: unknown): Promise<void> {
    const parsed = v.safeParse(kickedOutEvent, data)
    if (!parsed.success || parsed.output.type !== SIGNATURE_EXPIRED) {
      this.#become('kicked')
      await this.close()
      return
    }
    // while entering, the failure of that is on its way
    if (!this.#hasJoined) return
    this.#become('connecting')
    await this.#dropSdk()
    await this.#renew()
    await this.#connect()
  }

  async #renew(): Promise<void> {
    if (this.#isClosed) return
    this.#credentials = (await this.#handlers.renewCredentials()) ?? this.#credentials
  }

  /** Waits for `work`, but no longer than `ms`, nor when there is a network anew: what hung on the old one hangs on. */
  async #untilNetworkReturns(ms: number, work = new Promise<true>(() => undefined)): Promise<boolean> {
    let stop = (): void => undefined
    const over = new Promise<false>((resolve) => {
      const timer = setTimeout(() => resolve(false), ms)
      const unsubscribe = this.#deps.network.subscribe((isOnline) => {
        if (isOnline) resolve(false)
      })
      stop = () => {
        clearTimeout(timer)
        unsubscribe()
      }
    })
    try {
      return await Promise.race([work, over])
    } finally {
      stop()
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(() => resolve(), ms)
    })
  }

  /** Who speaks while the way there is being mended is heard when it is; after a while they are told instead. */
  #untilDecided(): Promise<void> {
    if (this.#isClosed || DECIDED.has(this.#state)) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(), this.#deps.patienceMs)
      this.#waiting.add(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  #decide(): void {
    for (const go of this.#waiting) go()
    this.#waiting.clear()
  }

  async #dropSdk(): Promise<void> {
    const sdk = this.#sdk
    this.#sdk = null
    // it rejects when nobody was logged in, and is gone all the same
    await sdk?.destroy().catch(() => undefined)
  }

  #become(state: ChatState): void {
    if (this.#isClosed || this.#state === state) return
    this.#state = state
    if (DECIDED.has(state)) this.#decide()
    this.#handlers.onState(state)
  }

  #textMessage(sdk: ChatSdk, { text, weight }: Said): unknown {
    return sdk.createTextMessage({
      to: this.#credentials.groupId,
      conversationType: SDK_TYPE.group,
      priority: PRIORITY[weight],
      payload: { text },
    })
  }

  #reading(isOld: boolean): ReadingFor {
    return { groupId: this.#credentials.groupId, userId: this.#credentials.userId, isOld }
  }
}
