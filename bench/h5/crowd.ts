import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import type { ChatCredentials } from '@/contracts/rooms'
import type { RoomId } from '@/domain/ids'
import { RawClient } from '../../test/contract/chat/raw-client'
import { ApiClient } from '../../test/journeys/api-client'

/** What the vendor delivers to a group in a second; it drops the rest. */
const MESSAGES_PER_SECOND = 40
const SPEAKERS = 8
const SAYINGS = [
  '这件外套有没有黑色的？身高一米六五、体重一百一，穿什么码合适',
  '已经拍了两箱，送给爸妈的，主播记得挑大一点的哦',
  '甜不甜呀？上次买的有几个坏了，客服很快就赔了，好评',
  '来了来了！',
  '发什么快递，偏远地区到不到，大概几天能收到',
]

const loggedIn = v.object({ A2Key: v.string() })
const joined = v.object({ StartSeq: v.number() })

/** A guest in the chat without the SDK. */
class Seat {
  private constructor(
    private readonly client: RawClient,
    private readonly groupId: string,
    private readonly head: { readonly a2: string },
  ) {}

  static async take(url: string, roomId: RoomId): Promise<Seat> {
    const { groupId, userId, userSig } = await credentials(url, roomId)
    const client = await RawClient.connect(Number(new URL(url).port), randomUUID())
    const head = { identifier: userId, usersig: userSig }
    const { A2Key } = v.parse(loggedIn, await client.request('im_open_status.wslogin', {}, head))
    return new Seat(client, groupId, { a2: A2Key })
  }

  /** Joins, or joins again; answers with the number of the group's next message. */
  async join(): Promise<number> {
    const request = { GroupId: this.groupId }
    const body = await this.client.request('group_open_http_svc.apply_join_group', request, this.head)
    return v.parse(joined, body).StartSeq
  }

  say(text: string): Promise<unknown> {
    const element = { MsgType: 'TIMTextElem', MsgContent: { Text: text } }
    const message = { GroupId: this.groupId, MsgBody: [element], MsgPriority: 'Normal' }
    return this.client.request('group_open_http_svc.send_group_msg', message, this.head)
  }

  leave(): void {
    this.client.end()
  }
}

async function credentials(url: string, roomId: RoomId): Promise<ChatCredentials> {
  const nobody = ApiClient.nobody(url)
  const code = randomUUID().replaceAll('-', '')
  const { token } = await nobody.ask<'session', 'sign-in'>('session/sign-in', { host: 'h5', code })
  return nobody.withToken(token).ask<'chat', 'credentials'>('chat/credentials', { roomId })
}

/** Guests who talk as fast as a group may, over sockets of their own. */
export class Crowd {
  private constructor(
    private readonly listener: Seat,
    private readonly speakers: readonly Seat[],
  ) {}

  static async gather(url: string, roomId: RoomId): Promise<Crowd> {
    const listener = await Seat.take(url, roomId)
    const speakers = []
    for (let n = 0; n < SPEAKERS; n += 1) {
      const speaker = await Seat.take(url, roomId)
      await speaker.join()
      speakers.push(speaker)
    }
    return new Crowd(listener, speakers)
  }

  /** Talks for so long, and answers with how many messages the group got, what the server says included. */
  async talk(seconds: number): Promise<number> {
    // the limit counts whole seconds of the clock: a second that is ours from its start holds all forty
    await sleep(1000 - (Date.now() % 1000) + 5)
    const first = await this.listener.join()
    const startedAt = performance.now()
    const said: Promise<unknown>[] = []
    for (let round = 0; round < (seconds * MESSAGES_PER_SECOND) / SPEAKERS; round += 1)
      for (const [index, speaker] of this.speakers.entries()) {
        const n = round * SPEAKERS + index
        await sleep(startedAt + (n * 1000) / MESSAGES_PER_SECOND - performance.now())
        said.push(speaker.say(`${SAYINGS[n % SAYINGS.length] ?? ''} ${n}`))
      }
    await Promise.all(said)
    return (await this.listener.join()) - first
  }

  leave(): void {
    for (const seat of [this.listener, ...this.speakers]) seat.leave()
  }
}
