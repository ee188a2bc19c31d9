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
import type { ProductId, RoomId } from '@/domain/ids'
import type { RoomEvent, RoomPulse } from '@/domain/room'
import { missingSince, openRoomLog, receiveEvents, type RoomLog } from '@/domain/room-log'
import { type EpochMs, SECOND } from '@/domain/time'
import type { Backend } from '@/services/backend/create-backend'
import type { FailureCode } from '@/ui'
import { type ExplainCue, startCue, takeTurns, turnTo } from './explain-cue'
import { LikeJar } from './like-jar'
import { type Later, NamedTimers } from './named-timers'
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

const PULSE_MS = 10 * SECOND
/** Likes travel sooner, so that the others see them while they still mean something. */
const LIKES_MS = 2 * SECOND
/** Notices overtake each other by less than this; a longer gap is a loss. */
const GAP_MS = SECOND
const CUE_MS = 100
const REENTER_AFTER_MS = 60 * SECOND

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
  #cue: ExplainCue = startCue(null)
  #pulse: RoomPulse = { viewers: 0, likes: 0, asks: NO_ASKS.all }
  #asks: KnownAsks = NO_ASKS
  #play: PlayAddresses | null = null
  #failure: RoomView | null = null
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
    if (this.#entered === null || this.#log === null) return this.#failure ?? { kind: 'entering' }
    return {
      kind: 'ready',
      state: this.#log.state,
      explaining: this.#cue.shown,
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
    else this.#failure = { kind: 'failed', code: answer.error.code }
    this.#changed()
  }

  /** What the server said into the room; wrong order, repeats and losses are all expected. */
  receive(notice: RoomNotice): void {
    if (notice.roomId !== this.#input.roomId || this.#log === null) return
    if (notice.kind === 'pulse') this.#setPulse(notice.pulse)
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
    if (this.#log === null) void this.enter()
    else void Promise.all([this.#sendPulse(), this.repair()])
  }

  leave(): void {
    if (this.#hasLeft) return
    this.#hasLeft = true
    this.sleep()
    if (this.#entered !== null) this.#ports.backend.farewell('rooms', 'leave', { roomId: this.#input.roomId })
  }

  #begin(entered: Entered): void {
    this.#entered = entered
    this.#log = openRoomLog(entered.state)
    this.#cue = startCue(entered.state.explaining)
    this.#play = entered.play
    this.#setPulse(entered.pulse)
    this.#asks = { ...this.#asks, own: entered.asked }
    this.#setClock(entered.serverTime)
    this.#after('pulse', PULSE_MS, () => void this.#sendPulse())
  }

  #take(events: readonly RoomEvent[]): void {
    if (this.#log === null) return
    const before = this.#log
    this.#log = receiveEvents(before, events)
    this.#asks = events.filter(({ seq }) => seq > before.state.seq).reduce(asksAfter, this.#asks)
    this.#followCard(before, events)
    const { room } = this.#log.state
    if (room.status === 'live' && before.state.room.status !== 'live') void this.renewPlay()
    if (missingSince(this.#log) !== null) this.#after('gap', GAP_MS, () => void this.#repairGap())
  }

  #followCard(before: RoomLog, events: readonly RoomEvent[]): void {
    const after = this.#log?.state
    if (after === undefined || after.seq === before.state.seq) return
    const at = Math.max(
      ...[...before.early, ...events].filter(({ seq }) => seq <= after.seq).map((event) => event.at),
    )
    this.#cue = turnTo(this.#cue, after.explaining, at)
    this.#showDueCards()
  }

  #showDueCards(): void {
    const before = this.#cue
    const { now, frameAt } = this.#ports
    this.#cue = takeTurns(before, frameAt(), now() + this.#aheadMs)
    if (this.#cue !== before) this.#changed()
    if (this.#cue.waiting.length > 0) this.#after('cue', CUE_MS, () => this.#showDueCards())
  }

  async #repairGap(): Promise<void> {
    if (this.#log !== null && missingSince(this.#log) !== null) await this.repair()
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
    }
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
    return !this.#hasLeft && this.#asleepSince === null
  }

  #after(name: string, ms: number, run: () => void): void {
    if (this.#isAwake()) this.#timers.set(name, ms, run)
  }
}
