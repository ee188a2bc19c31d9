import { err } from '@/domain/result'
import type { RoomId, UserId } from '@/domain/ids'
import { parseRoomNotice, type RoomNotice } from '@/contracts/room-notice'
import { DAY } from '@/domain/time'
import type { ChatGroups, ChatSignature } from '../../cloudfunctions/_kernel/ports/chat-groups'
import type { Clock } from '../../cloudfunctions/_kernel/ports/clock'

/** A chat vendor that remembers what it was told. */
export class RecordingChat implements ChatGroups {
  readonly groups = new Map<RoomId, string>()
  readonly people = new Map<UserId, string>()
  notices: RoomNotice[] = []
  /** What was done about people and messages, in order. */
  measures: (readonly [string, ...(string | number | null)[]])[] = []
  /** While true every call fails, as when the vendor is down. */
  isDown = false

  constructor(private readonly clock: Clock) {}

  async ensureGroup(room: RoomId, name: string): Promise<void> {
    this.#answer()
    this.groups.set(room, name)
  }

  async notify(room: RoomId, text: string): Promise<void> {
    this.#answer()
    const notice = parseRoomNotice(text)
    if (notice?.roomId !== room) throw new Error(`Not a notice for ${room}: ${text}`)
    this.notices.push(notice)
  }

  async introduce(user: UserId, nickname: string): Promise<void> {
    this.#answer()
    this.people.set(user, nickname)
  }

  sign(user: UserId): ChatSignature {
    return { sdkAppId: 1_400_000_000, userSig: `signed-${user}`, expiresAt: this.clock.now() + DAY }
  }

  async mute(room: RoomId, user: UserId, seconds: number | null): Promise<void> {
    this.#answer()
    this.measures.push(['mute', room, user, seconds])
  }

  async ban(room: RoomId, user: UserId): Promise<void> {
    this.#answer()
    this.measures.push(['ban', room, user])
  }

  async unban(room: RoomId, user: UserId): Promise<void> {
    this.#answer()
    this.measures.push(['unban', room, user])
  }

  async recall(room: RoomId, seq: number): Promise<void> {
    this.#answer()
    this.measures.push(['recall', room, seq])
  }

  answerWebhook: ChatGroups['answerWebhook'] = async () => err({ code: 'forged' })

  reset(): void {
    this.groups.clear()
    this.people.clear()
    this.notices = []
    this.measures = []
    this.isDown = false
  }

  #answer(): void {
    if (this.isDown) throw new Error('The chat vendor is down')
  }
}
