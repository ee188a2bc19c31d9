import { createHash, randomUUID } from 'node:crypto'
import { parseRoomNotice, type RoomNotice } from '@/contracts/room-notice'
import type { RoomId } from '@/domain/ids'
import type { RoomState } from '@/domain/room'
import { err, ok } from '@/domain/result'
import { createBackend } from '@/services/backend/create-backend'
import type { Transport } from '@/platform/ports/transport'
import { canonicalJson } from '../../cloudfunctions/_kernel/canonical-json'
import { RoomStay } from '../../src/features/live/room-stay'
import { RawClient } from '../../test/contract/chat/raw-client'
import { ApiClient } from '../../test/journeys/api-client'

const POLL_MS = 200

/** Everything that is true in a room, as one short text. */
export const hashOf = (state: RoomState): string =>
  createHash('sha256').update(canonicalJson(state)).digest('hex').slice(0, 16)

/** The room as a client knows it after all this time: the client's own log, on the running product. */
export class LogFollower {
  private constructor(
    private readonly stay: RoomStay,
    private readonly line: RawClient,
  ) {}

  static async follow(url: string, room: RoomId, persona: string): Promise<LogFollower> {
    const api = await ApiClient.as(url, persona)
    const { chat } = await api.ask<'rooms', 'enter'>('rooms/enter', { roomId: room })
    const backend = createBackend({
      transport: transportOf(api),
      session: {
        token: () => Promise.resolve(ok('')),
        known: () => null,
        profile: () => null,
        know: () => undefined,
        forget: () => undefined,
        subscribe: () => () => undefined,
      },
      makeKey: () => randomUUID(),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    const later = (run: () => void, ms: number): (() => void) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    }
    const ports = { backend, now: () => Date.now(), later, frameAt: () => null }
    const stay = new RoomStay({ roomId: room }, ports, () => undefined)
    await stay.enter()
    const line = await RawClient.connect(Number(new URL(url).port), persona)
    await line.logIn(chat.userId, chat.userSig)
    const hear = (messages: readonly unknown[]): void => {
      for (const notice of messages.flatMap(noticesIn)) stay.receive(notice)
    }
    void line.follow(POLL_MS, hear, chat.groupId)
    return new LogFollower(stay, line)
  }

  hash(): string {
    const view = this.stay.view()
    return view.kind === 'ready' ? hashOf(view.state) : view.kind
  }

  end(): void {
    this.stay.leave()
    this.line.end()
  }
}

const transportOf = (api: ApiClient): Transport => ({
  async send({ functionName, operation, input, idempotencyKey }) {
    try {
      return ok(await api.call(`${functionName}/${operation}` as 'rooms/enter', input, idempotencyKey))
    } catch {
      return err('offline')
    }
  },
  sendAndForget: () => undefined,
})

/** Notices of the room, wherever the vendor's envelope keeps their text. */
function noticesIn(part: unknown): readonly RoomNotice[] {
  if (typeof part === 'string') return [parseRoomNotice(part)].flatMap((notice) => notice ?? [])
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(noticesIn) : []
}
