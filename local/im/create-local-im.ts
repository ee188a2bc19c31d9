import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { answerFrame } from './answer-frame'
import type { Connection } from './connection'
import { readFrame } from './frames'
import { createImState, leaveAllGroups, type ImState } from './im-state'
import { IM_CODE, refuse } from './replies'
import { answerRest } from './rest-api'
import { LIMITS, type LocalImOptions } from './settings'

/** A loopback stand-in for Tencent IM that the real SDK talks to through its `proxyServer` option. */
export interface LocalIm {
  /** Takes a WebSocket whose path begins with `/im/`; false leaves the socket to somebody else. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Answers the vendor's REST API, whatever stands before `/v4/` in the path. */
  handleRest(request: Request): Promise<Response>
  close(): void
}

const BAD_FRAME = 1003
const SWEEP_MS = 15_000

export function createLocalIm(options: LocalImOptions): LocalIm {
  const state = createImState(options)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.frameBytes })
  const sweep = setInterval(() => cutSilent(state), SWEEP_MS).unref()
  return {
    handleUpgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (!url.pathname.startsWith('/im/')) return false
      if (state.connections.isFull) socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
      else sockets.handleUpgrade(request, socket, head, (opened) => serve(state, opened, url))
      return true
    },
    handleRest: (request) => answerRest(state, request),
    close() {
      clearInterval(sweep)
      for (const connection of state.connections.all()) connection.cut()
      sockets.close()
    },
  }
}

function serve(state: ImState, socket: WebSocket, url: URL): void {
  const device = {
    isBinary: url.pathname.endsWith('/binfo'),
    platform: url.searchParams.get('platform') ?? '',
    instance: url.searchParams.get('instanceid') ?? '',
  }
  const connection = state.connections.add(socket, device, state.settings.clock.now())
  socket.on('message', (data) => void hear(state, connection, data))
  // a frame that is too long or broken: ws closes this socket, nothing else to do
  socket.on('error', () => connection.cut())
  socket.on('close', () => forget(state, connection))
}

async function hear(state: ImState, connection: Connection, data: RawData): Promise<void> {
  if (!connection.hears(state.settings.clock.now())) return
  const frame = readFrame(data)
  if (!frame) {
    connection.close(BAD_FRAME)
    return
  }
  const { servcmd, seq } = frame.head
  const reply = await answerFrame(state, frame, connection).catch((cause: unknown) => {
    console.error('The chat stand-in failed on %s', servcmd, cause)
    return refuse(IM_CODE.internal, 'internal error')
  })
  if (reply !== null) connection.reply(servcmd, seq, reply)
}

/** People whose connection broke come back within seconds: only who stays away leaves. */
function forget(state: ImState, connection: Connection): void {
  const { userId } = connection
  state.connections.remove(connection)
  for (const group of state.groups.all()) group.stopPolling(connection.id)
  if (userId === null) return
  setTimeout(() => {
    if (state.connections.of(userId).length === 0) leaveAllGroups(state, userId)
  }, state.settings.leaveAfterMs).unref()
}

function cutSilent(state: ImState): void {
  const silentSince = state.settings.clock.now() - LIMITS.silentMs
  for (const connection of state.connections.all())
    if (connection.lastHeardAtMs < silentSince) connection.cut()
}
