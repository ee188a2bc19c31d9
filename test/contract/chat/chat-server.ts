import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signUserSig } from '../../../cloudfunctions/_kernel/adapters/tencent-im/user-sig'
import { createLocalIm, type LocalIm } from '../../../local/im/create-local-im'
import type { LocalImOptions } from '../../../local/im/settings'

export const APP = {
  sdkAppId: 1400000001,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  adminId: 'administrator',
} as const

export interface ChatServer {
  readonly port: number
  readonly im: LocalIm
  /** Breaks every connection, as a network does. */
  cutConnections(): void
  stop(): Promise<void>
}

/** The stand-in behind a port of its own, attached the way the local product attaches it. */
export async function startChatServer(options: Partial<LocalImOptions> = {}, port = 0): Promise<ChatServer> {
  const im = createLocalIm({ ...APP, leaveAfterMs: 200, ...options })
  const server = createServer((request, response) => {
    void answer(im, request).then(async (reply) => {
      // the next server on this port must not be called over a connection of this one
      response.writeHead(reply.status, { ...Object.fromEntries(reply.headers), connection: 'close' })
      response.end(await reply.text())
    })
  })
  const sockets = new Set<{ destroy(): void }>()
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    if (!im.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const cutConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    im,
    cutConnections,
    stop: () =>
      new Promise((resolve) => {
        im.close()
        cutConnections()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(im: LocalIm, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = `http://127.0.0.1${request.url ?? '/'}`
  return im.handleRest(new Request(url, { method: 'POST', body: Buffer.concat(chunks) }))
}

/** Calls a command of the vendor's REST API as the administrator. */
export async function callRest(port: number, command: string, body: object): Promise<unknown> {
  const userSig = signUserSig({
    sdkAppId: APP.sdkAppId,
    secretKey: APP.secretKey,
    userId: APP.adminId,
    issuedAtSeconds: Math.floor(Date.now() / 1000),
    validSeconds: 60,
  })
  const query = new URLSearchParams({
    sdkappid: String(APP.sdkAppId),
    identifier: APP.adminId,
    usersig: userSig,
  })
  const url = `http://127.0.0.1:${port}/sandbox/im/v4/${command}?${query.toString()}`
  return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()
}
