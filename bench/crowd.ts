import { setTimeout as sleep } from 'node:timers/promises'
import type { RoomId } from '@/domain/ids'
import { RawClient } from '../test/contract/chat/raw-client'
import { ApiClient } from '../test/journeys/api-client'

/** A person may say five things in ten seconds: so many are needed for forty lines a second, and some to spare. */
const PEOPLE = 100
const WORDS = '这件外套有没有黑色的？身高165穿什么码'
const TICK_MS = 50
const POLL_MS = 100
const ALONE_MS = 1_100

interface Member {
  readonly api: ApiClient
  readonly line: RawClient
}

/** Somebody whom no host knows, in the room and in its chat. */
async function enter(url: string, roomId: RoomId): Promise<Member> {
  const api = await ApiClient.asGuest(url)
  const { chat } = await api.ask<'rooms', 'enter'>('rooms/enter', { roomId })
  const line = await RawClient.connect(Number(new URL(url).port), chat.userId)
  await line.logIn(chat.userId, chat.userSig)
  await line.join(chat.groupId)
  return { api, line }
}

/** People in a room who talk, like, come and go at a given rate, each with a connection of their own. */
export class Crowd {
  #said = 0
  #heard = 0
  #listener: RawClient | undefined

  private constructor(
    private readonly url: string,
    private readonly room: RoomId,
    private readonly members: readonly Member[],
  ) {}

  static async gather(url: string, room: RoomId): Promise<Crowd> {
    const crowd = new Crowd(
      url,
      room,
      await Promise.all(Array.from({ length: PEOPLE }, () => enter(url, room))),
    )
    await crowd.#listen()
    return crowd
  }

  /** Says `perSecond` lines a second for so long, evenly; returns how many were delivered. */
  async talk(perSecond: number, seconds: number): Promise<number> {
    const before = this.#heard
    await this.#evenly(perSecond, seconds, ({ line }) =>
      line.say(`${WORDS} ${(this.#said += 1)}`, this.#group()),
    )
    // the vendor takes forty a second and drops the rest in silence: a word in a second of its own gets through
    await sleep(ALONE_MS)
    return this.#heard - before
  }

  /** One more line, after all others; returns it. */
  async closeTalk(): Promise<string> {
    const words = `${WORDS} ${(this.#said += 1)} ok`
    await this.members[0]?.line.say(words, this.#group())
    return words
  }

  like(perSecond: number, seconds: number): Promise<void> {
    const EACH = 5
    return this.#evenly(perSecond / EACH, seconds, async ({ api }) => {
      await api.ask('rooms/pulse', { roomId: this.room, likes: EACH })
    })
  }

  /** One person comes or goes, so that the viewer count changes. */
  comeAndGo(perSecond: number, seconds: number): Promise<void> {
    let isIn = true
    return this.#evenly(perSecond, seconds, async () => {
      isIn = !isIn
      await this.members[0]?.api.ask(isIn ? 'rooms/enter' : 'rooms/leave', { roomId: this.room })
    })
  }

  end(): void {
    for (const { line } of this.members) line.end()
    this.#listener?.end()
  }

  #group(): object {
    return { GroupId: this.room }
  }

  /** Somebody who only counts what the chat delivers. */
  async #listen(): Promise<void> {
    const { line } = await enter(this.url, this.room)
    this.#listener = line
    const count = (messages: readonly unknown[]): void => {
      this.#heard += messages.filter((message) => JSON.stringify(message).includes(WORDS)).length
    }
    void line.follow(POLL_MS, count, this.room)
  }

  async #evenly(
    perSecond: number,
    seconds: number,
    act: (member: Member) => Promise<unknown>,
  ): Promise<void> {
    const started = performance.now()
    const acts: Promise<unknown>[] = []
    const elapsed = (): number => (performance.now() - started) / 1000
    while (elapsed() < seconds) {
      const due = Math.floor(elapsed() * perSecond)
      while (acts.length < due) {
        const member = this.members[acts.length % this.members.length]
        if (member === undefined) return
        acts.push(act(member))
      }
      await sleep(TICK_MS)
    }
    await Promise.all(acts)
  }
}
