import { getRequestListener } from '@hono/node-server'
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { proxyStream } from './stream-proxy'

type Fetch = (request: Request) => Response | Promise<Response>

/** The parts behind the one port that a browser sees. */
export interface GatewayParts {
  readonly functions: Fetch
  readonly sandbox: Fetch
  readonly imRest: Fetch
  readonly files: Fetch
  readonly upgradeIm: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  readonly streamPort: number
}

export interface Gateway {
  /** Opens the product to requests that until now got the page that says to wait. */
  open(parts: GatewayParts): void
  close(): Promise<void>
}

const STARTING = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>同场</title>
<p style="font:16px system-ui;text-align:center;margin-top:30vh">同场正在启动…</p>`

const FUNCTIONS = /^\/(api|notify|media|r|healthz)(\/|$|\?)/

function listenerOf(parts: GatewayParts): http.RequestListener {
  const functions = getRequestListener(parts.functions)
  const sandbox = getRequestListener(parts.sandbox)
  const imRest = getRequestListener(parts.imRest)
  const files = getRequestListener(parts.files)
  return (request, response) => {
    const url = request.url ?? '/'
    if (url.startsWith('/live/')) proxyStream(request, response, parts.streamPort)
    else if (FUNCTIONS.test(url)) void functions(request, response)
    else if (url.startsWith('/sandbox/im/')) void imRest(request, response)
    else if (url.startsWith('/sandbox/')) void sandbox(request, response)
    else void files(request, response)
  }
}

const wait = (_request: IncomingMessage, response: ServerResponse): void => {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(STARTING)
}

/** Takes the port at once, on loopback only: a port that is not free is found before anything is changed. */
export async function openGateway(port: number): Promise<Gateway> {
  let listener: http.RequestListener = wait
  let upgrade: GatewayParts['upgradeIm'] = () => false
  const server = http.createServer((request, response) => {
    listener(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    if (!upgrade(request, socket, head)) socket.destroy()
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listen(server, port)
  return {
    open(parts) {
      listener = listenerOf(parts)
      upgrade = parts.upgradeIm
    },
    close: () => close(server, sockets),
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Cuts WebSockets too: a server that has handed a socket over still waits for it, and chats never end by themselves. */
const close = (server: Server, sockets: ReadonlySet<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    for (const socket of sockets) socket.destroy()
  })
