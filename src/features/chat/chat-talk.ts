import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomNotice } from '@/contracts/room-notice'
import { checkChatText } from '@/domain/chat-message'
import { err } from '@/domain/result'
import type { Chat, ChatHandlers, ChatLine, ChatSendError, ChatState } from '@/services/chat'
import { type ChatFeed, emptyFeed, hear, readUp, settleRow, speak, toNewest } from './chat-feed'
import type { ChatRow } from './chat-ring'

/** Why something was not said. */
export type ChatProblem = ChatSendError

export interface ChatTalkPorts {
  readonly open: (credentials: ChatCredentials, handlers: ChatHandlers) => Promise<Chat>
  readonly renewCredentials: ChatHandlers['renewCredentials']
  readonly onNotice: (notice: RoomNotice) => void
  /** The connection is there, for the first time or again: what was said meanwhile is lost. */
  readonly onReady: () => void
  readonly isHost: (userId: string) => boolean
  readonly ownName: () => string
  /** Something changed; at once when the person did it. */
  readonly tell: (isOwnDoing: boolean) => void
}

/** One person in one room's chat: what is shown, what is said, and how the connection stands. */
export class ChatTalk {
  readonly #ports: ChatTalkPorts
  #feed: ChatFeed = emptyFeed
  #state: ChatState = 'connecting'
  #chat: Chat | null = null
  #userId = ''
  #spoken = 0
  #turn = 0

  constructor(ports: ChatTalkPorts) {
    this.#ports = ports
  }

  get feed(): ChatFeed {
    return this.#feed
  }

  get state(): ChatState {
    return this.#state
  }

  async open(credentials: ChatCredentials): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.#userId = credentials.userId
    const chat = await this.#ports.open(credentials, this.#handlers(turn))
    if (turn === this.#turn) this.#chat = chat
    else await chat.close()
  }

  close(): void {
    this.#turn += 1
    void this.#chat?.close()
    this.#chat = null
  }

  /** Shows it at once and sends it; answers with what is wrong with it, if anything is. */
  async say(text: string): Promise<ChatProblem | null> {
    const checked = checkChatText(text)
    if (!checked.ok) return checked.error
    this.#spoken += 1
    const row: ChatRow = {
      key: `own-${this.#spoken}`,
      name: this.#ports.ownName(),
      text: checked.value,
      tone: this.#ports.isHost(this.#userId) ? 'host' : 'own',
      fate: 'sending',
    }
    this.#change(speak(this.#feed, row), true)
    return this.#send(row)
  }

  async sayAgain(row: ChatRow): Promise<ChatProblem | null> {
    this.#change(
      settleRow(this.#feed, row.key, (failed) => ({ ...failed, fate: 'sending' })),
      true,
    )
    return this.#send(row)
  }

  readUp(): void {
    this.#change(readUp(this.#feed), false)
  }

  toNewest(): void {
    this.#change(toNewest(this.#feed), true)
  }

  async #send(row: ChatRow): Promise<ChatProblem | null> {
    const outcome = this.#chat === null ? err('offline' as const) : await this.#chat.send(row.text)
    const settled = (before: ChatRow): ChatRow =>
      outcome.ok
        ? { ...before, fate: 'said', text: outcome.value.text, name: outcome.value.nickname || before.name }
        : { ...before, fate: 'failed' }
    this.#change(settleRow(this.#feed, row.key, settled), false)
    return outcome.ok ? null : outcome.error
  }

  #handlers(turn: number): ChatHandlers {
    const isNow = (): boolean => turn === this.#turn
    return {
      onLines: (lines) => {
        if (isNow())
          this.#change(
            hear(
              this.#feed,
              lines.map((line) => this.#row(line)),
            ),
            false,
          )
      },
      onNotice: (notice) => {
        if (isNow()) this.#ports.onNotice(notice)
      },
      onState: (state) => {
        if (!isNow()) return
        this.#state = state
        this.#ports.tell(false)
        if (state === 'ready') this.#ports.onReady()
      },
      renewCredentials: this.#ports.renewCredentials,
    }
  }

  #row(line: ChatLine): ChatRow {
    const tone = this.#ports.isHost(line.userId) ? 'host' : line.isOwn ? 'own' : 'said'
    return { key: line.id, name: line.nickname, text: line.text, tone, fate: 'said' }
  }

  #change(feed: ChatFeed, isOwnDoing: boolean): void {
    if (feed === this.#feed) return
    this.#feed = feed
    this.#ports.tell(isOwnDoing)
  }
}
