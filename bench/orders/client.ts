import net from 'node:net'
import { performance } from 'node:perf_hooks'

export interface Reply {
  readonly status: number
  /** As it came, a character a byte: whoever looks for ids and numbers needs no more. */
  readonly body: string
}

/** Servers close what was idle for five seconds; what is nearly that old is not used again. */
const LONGEST_IDLE_MS = 3_000

/**
 * Requests to one server, each buyer on a connection of their own that stays open. It speaks just enough HTTP to be
 * answered, because what it spends is taken from the server on the same processors.
 */
export class Client {
  readonly #idle: Connection[] = []

  constructor(private readonly port: number) {}

  async post(path: string, body: string, headers = ''): Promise<Reply> {
    const request = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    const used = this.#take()
    // a server may hang up on what it holds for idle while the request is on its way: each may be asked twice
    if (used) return this.#ask(used, request).catch(() => this.#ask(new Connection(this.port), request))
    return this.#ask(new Connection(this.port), request)
  }

  async #ask(connection: Connection, request: string): Promise<Reply> {
    const reply = await connection.ask(request)
    this.#idle.push(connection)
    return reply
  }

  close(): void {
    for (const connection of this.#idle.splice(0)) connection.close()
  }

  #take(): Connection | null {
    for (let last = this.#idle.pop(); last; last = this.#idle.pop()) {
      if (last.isFresh()) return last
      last.close()
    }
    return null
  }
}

class Connection {
  readonly #socket: net.Socket
  #received = ''
  #waiting: { readonly resolve: (reply: Reply) => void; readonly reject: (cause: Error) => void } | null =
    null
  #usedAt = 0

  constructor(port: number) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1')
    this.#socket.on('data', (text: string) => this.#take(text))
    this.#socket.on('error', (cause) => this.#waiting?.reject(cause))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('The server hung up')))
  }

  ask(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  isFresh(): boolean {
    return !this.#socket.destroyed && performance.now() - this.#usedAt < LONGEST_IDLE_MS
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const reply = readReply(this.#received)
    if (!reply) return
    this.#received = ''
    this.#usedAt = performance.now()
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(reply)
  }
}

/** Null while some of it is still to come. Our servers say how long their answers are. */
export function readReply(received: string): Reply | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.slice(0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer of unknown length: ${head}`)
  const body = received.slice(end + 4)
  return body.length < Number(length) ? null : { status: Number(head.slice(9, 12)), body }
}
