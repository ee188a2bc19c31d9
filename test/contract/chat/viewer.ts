import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomNotice } from '@/contracts/room-notice'
import type { Chat, ChatHandlers, ChatLine, ChatState } from '@/services/chat/chat'
import type { ChatSdk } from '@/services/chat/chat-sdk'
import { ConnectedChat } from '@/services/chat/connected-chat'

const GIVE_UP_MS = 10_000

const STEADY = { subscribe: () => () => undefined }

/** Somebody in a room, with everything the chat told them. */
export class Viewer implements ChatHandlers {
  readonly lines: ChatLine[] = []
  readonly notices: RoomNotice[] = []
  readonly states: ChatState[] = []
  renewals: (ChatCredentials | null)[] = []
  readonly chat: Chat
  readonly #waiting = new Set<() => void>()

  constructor(createSdk: () => ChatSdk, credentials: ChatCredentials) {
    this.chat = new ConnectedChat(
      { createSdk: async () => createSdk(), network: STEADY, retryAfterMs: () => 20 },
      credentials,
      this,
    )
  }

  get texts(): readonly string[] {
    return this.lines.map((line) => line.text)
  }

  onLines(lines: readonly ChatLine[]): void {
    this.lines.push(...lines)
    this.#check()
  }

  onNotice(notice: RoomNotice): void {
    this.notices.push(notice)
    this.#check()
  }

  onState(state: ChatState): void {
    this.states.push(state)
    this.#check()
  }

  async renewCredentials(): Promise<ChatCredentials | null> {
    return this.renewals.shift() ?? null
  }

  /** Waits until the chat has told enough for `isTrue`. */
  until(isTrue: (viewer: this) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const told = () => JSON.stringify({ states: this.states, texts: this.texts.slice(-5) })
      const timer = setTimeout(() => reject(new Error(`waited in vain, was told ${told()}`)), GIVE_UP_MS)
      const check = () => {
        if (!isTrue(this)) return
        clearTimeout(timer)
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
      check()
    })
  }

  async untilReady(): Promise<this> {
    await this.until(({ states }) => states.at(-1) === 'ready')
    return this
  }

  async untilHeard(text: string): Promise<ChatLine> {
    await this.until(({ texts }) => texts.includes(text))
    const line = this.lines.find((heard) => heard.text === text)
    if (!line) throw new Error('unreachable')
    return line
  }

  #check(): void {
    for (const check of [...this.#waiting]) check()
  }
}
