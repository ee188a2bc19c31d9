import { randomBytes } from 'node:crypto'

const VERSION = 3
const PACKET = 1536

/** The server's side of the plain RTMP handshake (specification §5.2); it digests nothing, like most servers. */
export class Handshake {
  #received = Buffer.alloc(0)
  #isAnswered = false

  /** Takes bytes; `reply` is to be sent, `rest` are the first bytes after a finished handshake. */
  push(bytes: Buffer): { reply: Buffer | null; rest: Buffer | null } | 'refused' {
    this.#received = Buffer.concat([this.#received, bytes])
    if (this.#received[0] !== VERSION) return 'refused'
    const reply = this.#answer()
    const end = 1 + PACKET + PACKET
    return { reply, rest: this.#received.length >= end ? this.#received.subarray(end) : null }
  }

  #answer(): Buffer | null {
    if (this.#isAnswered || this.#received.length < 1 + PACKET) return null
    this.#isAnswered = true
    const own = Buffer.concat([Buffer.alloc(8), randomBytes(PACKET - 8)])
    const echo = this.#received.subarray(1, 1 + PACKET)
    return Buffer.concat([Buffer.from([VERSION]), own, echo])
  }
}
