import type { Output } from '@/contracts'
import type { RoomNotice } from '@/contracts/room-notice'
import {
  asksAfter,
  type KnownAsks,
  NO_ASKS,
  withAnswer,
  withoutOwnAsk,
  withOwnAsk,
} from '@/domain/explain-asks'
import { isShownOut } from '@/domain/room-talk'
import type { ProductId, RoomId } from '@/domain/ids'
import type { RoomEvent, RoomPulse } from '@/domain/room'
import { missingSince, openRoomLog, receiveEvents, type RoomLog, takenEvents } from '@/domain/room-log'
import { awaitFrames, type RoomOnScreen, showFrame, showRoom } from '@/domain/room-on-screen'
import type { EpochMs } from '@/domain/time'
import type { Backend } from '@/services/backend/create-backend'
import type { FailureCode } from '@/ui'
import { LikeJar } from './like-jar'
import { type Later, NamedTimers } from './named-timers'
import { FRAME_MS, GAP_MS, LIKES_MS, PULSE_MS, REENTER_AFTER_MS } from './room-pace'
import type { PlayAddresses, RoomView } from './room-view'

export interface RoomStayPorts {
  readonly backend: Backend
  readonly now: () => EpochMs
  readonly later: Later
  /** Server time of the frame on screen, or null when nobody can tell. */
  readonly frameAt: () => EpochMs | null
}

export interface RoomStayInput {
  readonly roomId: RoomId
  readonly sharerToken?: string
}

const NEVER_ARRIVED: ReadonlySet<FailureCode> = new Set(['offline', 'busy'])

type Entered = Output<'rooms', 'enter'>

/** One person's stay in one room: enters, follows the log, mends it, shows signs of life, leaves. */
export class RoomStay {
  readonly #input: RoomStayInput
  readonly #ports: RoomStayPorts
  readonly #tell: (view: RoomView) => void
  readonly #likes = new LikeJar()
  readonly #timers: NamedTimers
  #entered: Entered | null = null
  #log: RoomLog | null = null
  #screen: RoomOnScreen | null = null
  #pulse: RoomPulse = {
    viewers: 0,
    likes: 0,
    asks: NO_ASKS.all,
    left: {},
    came: [],
    bought: null,
  }
  #asks: KnownAsks = NO_ASKS
  #play: PlayAddresses | null = null
  #failure: RoomView | null = null
  #isOut = false
  /** Number of the newest event that the server has told of. */
  #newest = 0
  #aheadMs = 0
  #turn = 0
  #isRepairing = false
  #asleepSince: EpochMs | null = null
  #hasLeft = false
  #isPulsing = false

  constructor(input: RoomStayInput, ports: RoomStayPorts, tell: (view: RoomView) => void) {
    this.#input = input
    this.#ports = ports
    this.#timers = new NamedTimers(ports.later)
    this.#tell = tell
  }

  view(): RoomView {
    if (this.#isOut || this.#entered === null || this.#log === null || this.#screen === null)
      return this.#failure ?? { kind: 'entering' }
    return {
      kind: 'ready',
      state: this.#log.state,
      onScreen: this.#screen.state,
      pulse: this.#pulse,
      ownLikes: this.#likes.kept,
      asks: this.#asks,
      play: this.#play,
      chat: this.#entered.chat,
      aheadMs: this.#aheadMs,
      isShared: this.#entered.isShared,
    }
  }

  /** Asks for everything at once; what is on screen stays until the answer comes. */
  async enter(): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.#failure = null
    this.#changed()
    const { roomId, sharerToken } = this.#input
    const answer = await this.#ports.backend.call('rooms', 'enter', {
      roomId,
      ...(sharerToken === undefined ? {} : { sharerToken }),
    })
    if (turn !== this.#turn || this.#hasLeft) return
    if (answer.ok) this.#begin(answer.value)
    else this.#refuse(answer.error.code)
    this.#changed()
  }

  /** What the server said into the room; wrong order, repeats and losses are all expected. */
  receive(notice: RoomNotice): void {
    if (notice.roomId !== this.#input.roomId || this.#log === null) return
    if (notice.kind === 'pulse') this.#hear(notice)
    else this.#take([notice.event])
    this.#changed()
  }

  /** Asks for every event after the last one known: after a reconnect nobody knows what was missed. */
  async repair(): Promise<void> {
    if (this.#isRepairing || this.#log === null) return
    this.#isRepairing = true
    let isBehind = true
    while (isBehind && !this.#hasLeft) {
      const since: number = this.#log.state.seq
      const answer = await this.#ports.backend.call('rooms', 'events', { roomId: this.#input.roomId, since })
      if (!answer.ok) break
      this.#take(answer.value.events)
      this.#changed()
      isBehind = answer.value.events.length > 0 && answer.value.newest > this.#log.state.seq
    }
    this.#isRepairing = false
  }

  like(): void {
    if (this.#entered === null) return
    this.#likes.add()
    this.#changed()
    if (!this.#timers.has('likes')) this.#after('likes', LIKES_MS, () => void this.#sendPulse())
  }

  /** Asks the host to explain a product, once however often it is tapped. Null, or why the ask did not arrive. */
  async ask(productId: ProductId): Promise<FailureCode | null> {
    if (this.#asks.own.includes(productId)) return null
    this.#asks = withOwnAsk(this.#asks, productId)
    this.#changed()
    const { roomId } = this.#input
    const answer = await this.#ports.backend.call('shelf', 'ask-to-explain', { roomId, productId })
    this.#asks = answer.ok
      ? withAnswer(this.#asks, productId, answer.value.asks)
      : withoutOwnAsk(this.#asks, productId)
    this.#changed()
    return answer.ok ? null : answer.error.code
  }

  /** Fresh addresses: signed ones expire, and a show that has just begun had none. */
  async renewPlay(): Promise<PlayAddresses | null> {
    const answer = await this.#ports.backend.call('rooms', 'play-addresses', { roomId: this.#input.roomId })
    if (!answer.ok || this.#hasLeft) return null
    this.#play = answer.value.play
    this.#changed()
    return this.#play
  }

  async renewChat(): Promise<Entered['chat'] | null> {
    const answer = await this.#ports.backend.call('chat', 'credentials', { roomId: this.#input.roomId })
    return answer.ok ? answer.value : null
  }

  /** The page is covered: no sign of life, so that the viewer count stays true. */
  sleep(): void {
    this.#asleepSince = this.#ports.now()
    this.#timers.clear()
  }

  wake(): void {
    const since = this.#asleepSince
    this.#asleepSince = null
    if (since === null) return
    if (this.#log === null || this.#ports.now() - since >= REENTER_AFTER_MS) {
      void this.enter()
      return
    }
    void this.#sendPulse()
    void this.repair()
  }

  /** The network is back: what failed is tried again, what was missed is fetched. */
  reconnect(): void {
    if (this.#log === null || this.#isOut) void this.enter()
    else void Promise.all([this.#sendPulse(), this.repair()])
  }

  leave(): void {
    if (this.#hasLeft) return
    this.#hasLeft = true
    this.sleep()
    if (this.#entered !== null) this.#ports.backend.farewell('rooms', 'leave', { roomId: this.#input.roomId })
  }

  #begin(entered: Entered): void {
    this.#isOut = false
    this.#entered = entered
    this.#log = openRoomLog(entered.state)
    this.#screen = showRoom(entered.state)
    this.#play = entered.play
    this.#setPulse(entered.pulse)
    this.#asks = { ...this.#asks, own: entered.asked }
    this.#setClock(entered.serverTime)
    this.#after('pulse', PULSE_MS, () => void this.#sendPulse())
  }

  /** Whoever was shown out has no room any more; to everybody else what they have stays on screen. */
  #refuse(code: FailureCode): void {
    this.#failure = { kind: 'failed', code }
    this.#isOut = code === 'room-banned'
  }

  #take(events: readonly RoomEvent[]): void {
    if (this.#log === null) return
    const before = this.#log
    this.#log = receiveEvents(before, events)
    this.#asks = events.filter(({ seq }) => seq > before.state.seq).reduce(asksAfter, this.#asks)
    if (this.#screen !== null)
      this.#screen = awaitFrames(this.#screen, takenEvents(before, events, this.#log))
    this.#showDue()
    const { room } = this.#log.state
    if (room.status === 'live' && before.state.room.status !== 'live') void this.renewPlay()
    if (missingSince(this.#log) !== null) this.#mendSoon()
    if (isShownOut(events, this.#entered?.chat.userId)) this.#refuse('room-banned')
  }

  #hear({ pulse, newest }: Extract<RoomNotice, { kind: 'pulse' }>): void {
    this.#setPulse(pulse)
    this.#newest = newest
    if (this.#log !== null && missingSince(this.#log, newest) !== null) this.#mendSoon()
  }

  /** Notices overtake each other: what is missing may be on its way. */
  #mendSoon(): void {
    if (!this.#timers.has('gap')) this.#after('gap', GAP_MS, () => void this.#repairGap())
  }

  #showDue(): void {
    if (this.#screen === null) return
    const before = this.#screen
    const { now, frameAt } = this.#ports
    this.#screen = showFrame(before, frameAt(), now() + this.#aheadMs)
    if (this.#screen !== before) this.#changed()
    if (this.#screen.waiting.length > 0) this.#after('frame', FRAME_MS, () => this.#showDue())
  }

  async #repairGap(): Promise<void> {
    if (this.#log !== null && missingSince(this.#log, this.#newest) !== null) await this.repair()
  }

  async #sendPulse(): Promise<void> {
    if (!this.#isAwake() || this.#log === null || this.#isPulsing) return
    this.#isPulsing = true
    this.#timers.cancel('pulse')
    this.#timers.cancel('likes')
    const likes = this.#likes.take()
    const answer = await this.#ports.backend.call('rooms', 'pulse', { roomId: this.#input.roomId, likes })
    this.#isPulsing = false
    // a timeout may have arrived: a like too few is honest, one too many is not
    this.#likes.settle(answer.ok || !NEVER_ARRIVED.has(answer.error.code))
    if (!this.#isAwake()) return
    if (answer.ok) {
      this.#setPulse(answer.value.pulse)
      this.#setClock(answer.value.serverTime)
      if (missingSince(this.#log, answer.value.newest) !== null) void this.repair()
    } else if (answer.error.code === 'room-banned') this.#refuse('room-banned')
    this.#changed()
    this.#after('pulse', this.#likes.kept > 0 ? LIKES_MS : PULSE_MS, () => void this.#sendPulse())
  }

  /** Likes only ever grow: a broadcast that was overtaken by an answer must not make them fall. */
  #setPulse(pulse: RoomPulse): void {
    this.#pulse = { ...pulse, likes: Math.max(pulse.likes, this.#pulse.likes) }
    this.#asks = { ...this.#asks, all: pulse.asks }
  }

  #setClock(serverTime: EpochMs): void {
    this.#aheadMs = serverTime - this.#ports.now()
  }

  #changed(): void {
    if (!this.#hasLeft) this.#tell(this.view())
  }

  #isAwake(): boolean {
    return !this.#hasLeft && !this.#isOut && this.#asleepSince === null
  }

  #after(name: string, ms: number, run: () => void): void {
    if (this.#isAwake()) this.#timers.set(name, ms, run)
  }
}
