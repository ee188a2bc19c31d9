import type { WebSocket } from 'ws'
import { Connection, type Device } from './connection'
import { LIMITS } from './settings'

/** Who is connected, and with which sockets. */
export class Connections {
  readonly #open = new Map<number, Connection>()
  readonly #byUser = new Map<string, Set<Connection>>()
  #lastId = 0

  get isFull(): boolean {
    return this.#open.size >= LIMITS.connections
  }

  add(socket: WebSocket, device: Device, nowMs: number): Connection {
    this.#lastId += 1
    const connection = new Connection(this.#lastId, device, socket)
    connection.lastHeardAtMs = nowMs
    this.#open.set(connection.id, connection)
    return connection
  }

  attach(connection: Connection, userId: string): void {
    if (connection.userId === userId) return
    this.detach(connection)
    connection.userId = userId
    const own = this.#byUser.get(userId) ?? new Set()
    this.#byUser.set(userId, own.add(connection))
  }

  detach(connection: Connection): void {
    const { userId } = connection
    if (userId === null) return
    connection.userId = null
    const own = this.#byUser.get(userId)
    own?.delete(connection)
    if (own?.size === 0) this.#byUser.delete(userId)
  }

  remove(connection: Connection): void {
    this.detach(connection)
    this.#open.delete(connection.id)
  }

  of(userId: string): readonly Connection[] {
    return [...(this.#byUser.get(userId) ?? [])]
  }

  all(): readonly Connection[] {
    return [...this.#open.values()]
  }
}
