import { WebSocket } from 'ws'
import * as v from 'valibot'
import { signUserSig } from '../../../cloudfunctions/_kernel/adapters/tencent-im/user-sig'
import { roomId } from '../../builders/room'
import { APP } from './chat-server'

const reply = v.object({ head: v.object({ servcmd: v.string(), seq: v.number() }), body: v.unknown() })
const outcome = v.object({ ErrorCode: v.number() })
const loggedIn = v.object({ A2Key: v.string() })
const joined = v.object({ LongPollingKey: v.string(), StartSeq: v.number() })
const polled = v.object({ NextSeq: v.number(), RspMsgList: v.array(v.unknown()) })

/** Speaks the wire format without the SDK: light enough for a crowd, free to send what no SDK sends. */
export class RawClient {
  readonly closed: Promise<number>
  #a2: string | undefined
  #seq = 0
  readonly #waiting = new Map<number, (body: unknown) => void>()

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => {
      socket.on('close', resolve)
    })
    socket.on('error', () => undefined)
    socket.onmessage = ({ data }) => {
      if (typeof data !== 'string') return
      const { head, body } = v.parse(reply, JSON.parse(data))
      this.#waiting.get(head.seq)?.(body)
      this.#waiting.delete(head.seq)
    }
  }

  static async connect(port: number, instance = 'raw'): Promise<RawClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/im/info?instanceid=${instance}&platform=7`)
    const client = new RawClient(socket)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return client
  }

  request(servcmd: string, body: unknown, head: object = {}): Promise<unknown> {
    this.#seq += 1
    const seq = this.#seq
    this.socket.send(JSON.stringify({ head: { servcmd, seq, a2: this.#a2, ...head }, body }))
    return new Promise((resolve) => this.#waiting.set(seq, resolve))
  }

  async code(servcmd: string, body: unknown, head: object = {}): Promise<number> {
    return v.parse(outcome, await this.request(servcmd, body, head)).ErrorCode
  }

  /** With a signature of the tests' own app, unless the product gave one. */
  async logIn(userId: string, usersig = ownSignature(userId)): Promise<void> {
    const body = await this.request('im_open_status.wslogin', {}, { identifier: userId, usersig })
    this.#a2 = v.parse(loggedIn, body).A2Key
  }

  async join(groupId: string = roomId): Promise<v.InferOutput<typeof joined>> {
    return v.parse(joined, await this.request('group_open_http_svc.apply_join_group', { GroupId: groupId }))
  }

  /** Goes on polling as the SDK does; returns at the end of the connection. */
  async follow(
    pauseMs: number,
    onMessages: (messages: readonly unknown[]) => void,
    groupId: string = roomId,
  ): Promise<void> {
    const { LongPollingKey: Key, StartSeq: start } = await this.join(groupId)
    let StartSeq = start
    while (this.socket.readyState === WebSocket.OPEN) {
      const body = await this.request('group_open_long_polling_http_svc.get_msg', { Key, StartSeq })
      const { NextSeq, RspMsgList } = v.parse(polled, body)
      StartSeq = NextSeq
      onMessages(RspMsgList)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }

  say(text: string, more: object = {}): Promise<number> {
    const element = { MsgType: 'TIMTextElem', MsgContent: { Text: text } }
    const body = { GroupId: roomId, MsgBody: [element], MsgPriority: 'Normal', ...more }
    return this.code('group_open_http_svc.send_group_msg', body)
  }

  end(): void {
    this.socket.terminate()
  }
}

function ownSignature(userId: string): string {
  const { sdkAppId, secretKey } = APP
  const issuedAtSeconds = Math.floor(Date.now() / 1000)
  return signUserSig({ sdkAppId, secretKey, userId, issuedAtSeconds, validSeconds: 600 })
}
