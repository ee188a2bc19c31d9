import type { RoomNotice } from '@/contracts/room-notice'
import type { RoomId } from '@/domain/ids'
import type { RoomState } from '@/domain/room'
import { err, ok } from '@/domain/result'
import { createBackend } from '@/services/backend/create-backend'
import type { Transport } from '@/platform/ports/transport'
import { RoomStay } from '../../src/features/live/room-stay'
import type { Actor, TestApplication } from '../builders/test-application'

interface Delivery {
  readonly at: number
  readonly run: () => void
}

/** How notices travel; chances are 0 to 1, times milliseconds. */
export interface Weather {
  readonly lost: number
  readonly doubled: number
  /** Each notice takes up to this long, so that they overtake each other. */
  readonly slowest: number
}

/** One clock for the server and all its viewers; what is planned happens in its order. */
class World {
  #planned: Delivery[] = []

  constructor(private readonly test: TestApplication) {}

  now = (): number => this.test.clock.now()

  later = (run: () => void, ms: number): (() => void) => {
    const delivery = { at: this.now() + ms, run }
    this.#planned.push(delivery)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== delivery)
    }
  }

  /** Takes what is next before `end`; false when there is nothing. */
  step(end: number): boolean {
    const [next] = this.#planned.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
    if (!next) return false
    this.#planned = this.#planned.filter((other) => other !== next)
    this.test.clock.advance(Math.max(0, next.at - this.now()))
    next.run()
    return true
  }
}

/** Viewers of one room of the real application, with bad weather between them. */
export class LossyRoom {
  readonly world: World
  readonly #stays: RoomStay[] = []
  readonly #calls = new Set<Promise<unknown>>()
  #heard = 0
  #isOut = false

  constructor(
    private readonly test: TestApplication,
    private readonly roomId: RoomId,
    private readonly weather: Weather,
    private readonly random: () => number,
  ) {
    this.world = new World(test)
  }

  async enter(viewer: Actor): Promise<RoomStay> {
    const backend = createBackend({
      transport: this.#transport(),
      session: {
        token: () => Promise.resolve(ok(viewer.token)),
        known: () => viewer.token,
        profile: () => null,
        forget: () => undefined,
        know: () => undefined,
        subscribe: () => () => undefined,
      },
      makeKey: () => this.test.freshKey(),
      pause: (ms) => new Promise((resolve) => void this.world.later(() => resolve(), ms)),
    })
    const ports = { backend, now: this.world.now, later: this.world.later, frameAt: () => null }
    const stay = new RoomStay({ roomId: this.roomId }, ports, () => undefined)
    this.#stays.push(stay)
    await stay.enter()
    return stay
  }

  /** Nobody reaches the server, and nothing reaches them. */
  goOut(): void {
    this.#isOut = true
  }

  /** As the chat and the network do when they are back. */
  comeBack(): void {
    this.#isOut = false
    for (const stay of this.#stays) stay.reconnect()
  }

  /** Lets time pass for everybody; the server ticks twice a second. */
  async pass(ms: number): Promise<void> {
    const end = this.world.now() + ms
    for (let tick = this.world.now(); tick <= end; tick += 500) {
      await this.#settle()
      while (this.world.step(tick)) await this.#settle()
      this.test.clock.advance(Math.max(0, tick - this.world.now()))
      await this.test.tick()
      this.#spread()
    }
    await this.#settle()
  }

  statesOfViewers(): readonly RoomState[] {
    return this.#stays.map((stay) => {
      const view = stay.view()
      if (view.kind !== 'ready') throw new Error(`A viewer's room is ${view.kind}`)
      return view.state
    })
  }

  /** Every notice that the vendor was given since the last time sets off to everybody. */
  #spread(): void {
    const fresh = this.test.chat.notices.slice(this.#heard)
    this.#heard += fresh.length
    for (const notice of fresh) for (const stay of this.#stays) this.#carry(notice, stay)
  }

  #carry(notice: RoomNotice, stay: RoomStay): void {
    const { lost, doubled, slowest } = this.weather
    const copies = this.random() < lost ? 0 : this.random() < doubled ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1)
      this.world.later(() => {
        if (!this.#isOut) stay.receive(notice)
      }, this.random() * slowest)
  }

  #transport(): Transport {
    return {
      send: async ({ functionName, operation, input, token, idempotencyKey }) => {
        if (this.#isOut) return err('offline')
        const headers = {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        }
        const call = this.test.post(`/api/${functionName}/${operation}`, JSON.stringify(input), headers)
        this.#calls.add(call)
        const response = await call
        const body: unknown = await response.json()
        this.#calls.delete(call)
        return ok(body)
      },
      sendAndForget: () => undefined,
    }
  }

  /** Until every call under way is answered, and what follows from the answers has been said. */
  async #settle(): Promise<void> {
    do {
      await Promise.all(this.#calls)
      await new Promise(setImmediate)
    } while (this.#calls.size > 0)
    this.#spread()
  }
}
