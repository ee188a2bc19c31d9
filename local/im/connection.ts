import { WebSocket } from 'ws'
import { writeFrame } from './frames'
import type { Reply } from './replies'
import { LIMITS } from './settings'

export interface Device {
  /** The SDK wants binary frames at /binfo and text frames at /info. */
  readonly isBinary: boolean
  readonly platform: string
  readonly instance: string
}

const TOO_FAST = 1008

/** One socket of one SDK instance. */
export class Connection {
  userId: string | null = null
  lastHeardAtMs = 0
  #second = 0
  #frames = 0

  constructor(
    readonly id: number,
    readonly device: Device,
    private readonly socket: WebSocket,
  ) {}

  /** Counts a frame; closes the connection and says false when they come faster than any SDK sends. */
  hears(nowMs: number): boolean {
    const second = Math.floor(nowMs / 1000)
    if (second !== this.#second) this.#frames = 0
    this.#second = second
    this.#frames += 1
    this.lastHeardAtMs = nowMs
    if (this.#frames <= LIMITS.framesPerSecond) return true
    this.close(TOO_FAST)
    return false
  }

  reply(servcmd: string, seq: number, body: Reply): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    if (this.socket.bufferedAmount > LIMITS.unsentBytes) this.socket.terminate()
    else this.socket.send(writeFrame(servcmd, seq, body), { binary: this.device.isBinary })
  }

  /** Says something the client did not ask for. */
  push(servcmd: string, body: Readonly<Record<string, unknown>>): void {
    this.reply(servcmd, 0, JSON.stringify(body))
  }

  close(code: number): void {
    this.socket.close(code)
  }

  cut(): void {
    this.socket.terminate()
  }
}
