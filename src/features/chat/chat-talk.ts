import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomNotice } from '@/contracts/room-notice'
import { moderate, REMEMBERED_MS, type SaidBefore } from '@/domain/moderation'
import { err } from '@/domain/result'
import type { Staff } from '@/domain/room'
import { type RoomTalk, SILENCE } from '@/domain/room-talk'
import { type EpochMs, SECOND } from '@/domain/time'
import type { BlockedPerson } from '@/services/blocked-people'
import type { Chat, ChatHandlers, ChatLine, ChatSendError, ChatState } from '@/services/chat'
import { type ChatFeed, clear, emptyFeed, hear, readUp, settleRow, speak, toNewest } from './chat-feed'
import type { ChatRow } from './chat-ring'

/** Why something was not said. */
export type ChatProblem = ChatSendError

/** What is true in the room and matters to whoever talks in it. */
export interface TalkingRoom {
  readonly talk: RoomTalk
  readonly staff: readonly Staff[]
}

export interface ChatTalkPorts {
  readonly open: (credentials: ChatCredentials, handlers: ChatHandlers) => Promise<Chat>
  readonly renewCredentials: ChatHandlers['renewCredentials']
  readonly onNotice: (notice: RoomNotice) => void
  /** The connection is there, for the first time or again: what was said meanwhile is lost. */
  readonly onReady: () => void
  readonly ownName: () => string
  readonly now: () => EpochMs
  readonly blocked: { list(): readonly BlockedPerson[]; add(person: BlockedPerson): void }
  /** Something changed; at once when the person did it. */
  readonly tell: (isOwnDoing: boolean) => void
}

/** One person in one room's chat: what is shown, what is said, and how the connection stands. */
export class ChatTalk {
  readonly #ports: ChatTalkPorts
  #feed: ChatFeed = emptyFeed
  #state: ChatState = 'connecting'
  #chat: Chat | null = null
  #room: TalkingRoom = { talk: SILENCE, staff: [] }
  #deleted: ReadonlySet<string> = new Set()
  #blocked: ReadonlySet<string>
  #said: readonly SaidBefore[] = []
  #userId = ''
  #spoken = 0
  #turn = 0

  constructor(ports: ChatTalkPorts) {
    this.#ports = ports
    this.#blocked = new Set(ports.blocked.list().map(({ userId }) => userId))
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

  /** What the room's log says now; what it says is deleted goes. */
  know(room: TalkingRoom): void {
    this.#room = room
    this.#deleted = new Set(room.talk.deleted)
    this.#change(
      clear(this.#feed, ({ key }) => this.#deleted.has(key)),
      false,
    )
  }

  /** Shows nothing of this person any more, in no room. */
  block(person: BlockedPerson): void {
    this.#ports.blocked.add(person)
    this.#blocked = new Set([...this.#blocked, person.userId])
    this.#change(
      clear(this.#feed, ({ userId }) => userId === person.userId),
      true,
    )
  }

  /** Shows it at once and sends it; answers with what is wrong with it, if anything is. */
  async say(text: string): Promise<ChatProblem | null> {
    const checked = this.#check(text)
    if (!checked.ok) return checked.error
    this.#spoken += 1
    const row: ChatRow = {
      key: `own-${this.#spoken}`,
      userId: this.#userId,
      name: this.#ports.ownName(),
      text: checked.value,
      tone: this.#staffTone(this.#userId) ?? 'own',
      fate: 'sending',
      times: 1,
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

  /** The same rule that the server keeps; it alone knows the words. */
  #check(text: string): ReturnType<typeof moderate> {
    const { talk } = this.#room
    return moderate({
      text,
      now: this.#ports.now(),
      isStaff: this.#staffTone(this.#userId) !== null,
      isBanned: false,
      isMuted: talk.muted.some((userId) => userId === this.#userId),
      slowModeSeconds: talk.slowModeSeconds,
      before: this.#said,
      words: [],
    })
  }

  async #send(row: ChatRow): Promise<ChatProblem | null> {
    const weight = row.tone === 'own' ? 'normal' : 'high'
    const outcome = this.#chat === null ? err('offline' as const) : await this.#chat.send(row.text, weight)
    if (outcome.ok) this.#remember(outcome.value.text)
    const settled = (before: ChatRow): ChatRow =>
      outcome.ok ? this.#saidRow(before, outcome.value) : { ...before, fate: 'failed' }
    this.#change(settleRow(this.#feed, row.key, settled), false)
    return outcome.ok ? null : outcome.error
  }

  /** From now on it has the id by which everybody knows it, and by which it may be deleted. */
  #saidRow(row: ChatRow, { id, text, nickname }: ChatLine): ChatRow {
    if (this.#deleted.has(id)) return { ...row, key: id, name: '', text: '', fate: 'gone' }
    return { ...row, key: id, fate: 'said', text, name: nickname || row.name }
  }

  #remember(text: string): void {
    const at = this.#ports.now()
    const since = at - Math.max(REMEMBERED_MS, this.#room.talk.slowModeSeconds * SECOND)
    this.#said = [...this.#said.filter((said) => said.at > since), { text, at }]
  }

  #handlers(turn: number): ChatHandlers {
    const isNow = (): boolean => turn === this.#turn
    return {
      onLines: (lines) => {
        if (isNow()) this.#hear(lines)
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

  #hear(lines: readonly ChatLine[]): void {
    const shown = lines.filter(({ id, userId }) => !this.#deleted.has(id) && !this.#blocked.has(userId))
    this.#change(
      hear(
        this.#feed,
        shown.map((line) => this.#row(line)),
      ),
      false,
    )
  }

  #row(line: ChatLine): ChatRow {
    const tone = this.#staffTone(line.userId) ?? (line.isOwn ? 'own' : line.isBuyer ? 'buyer' : 'said')
    const { id: key, userId, nickname: name, text } = line
    return { key, userId, name, text, tone, fate: 'said', times: 1 }
  }

  #staffTone(userId: string): 'host' | 'assistant' | null {
    const staff = this.#room.staff.find((one) => one.userId === userId)
    if (staff === undefined) return null
    return staff.role === 'assistant' ? 'assistant' : 'host'
  }

  #change(feed: ChatFeed, isOwnDoing: boolean): void {
    if (feed === this.#feed) return
    this.#feed = feed
    this.#ports.tell(isOwnDoing)
  }
}
