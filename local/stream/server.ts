import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:net'
import { Callbacks } from './callbacks'
import { createHttpApp } from './http-app'
import { createRtmpServer } from './ingest/rtmp-server'
import type { Admit } from './ingest/rtmp-session'
import { readLoop } from './loop'
import type { Loop } from './loop'
import type { ParsedStreamOptions, StreamPorts } from './options'
import { Archive } from './past/archive'
import { checkSignature } from './signature'
import { Stage } from './stage'
import { StreamStartError } from './start-error'

const HOST = '127.0.0.1'
/** Half a picture: frames leave at most 20 ms late and a tick costs next to nothing. */
const TICK_MS = 20

export interface RunningServer extends StreamPorts {
  close(): Promise<void>
}

/** Starts HTTP and RTMP in this process; throws StreamStartError when it cannot. */
export async function runStreamServer(options: ParsedStreamOptions): Promise<RunningServer> {
  const now = () => Date.now()
  const callbacks = createCallbacks(options, now)
  const loops = await readLoops(options.loops)
  const archive = options.archiveFolder === undefined ? undefined : new Archive(options.archiveFolder)
  const stage = new Stage({
    loops,
    now,
    notify: (event) => callbacks?.send(event),
    ...(archive && { archive }),
  })
  const http = createServer(createHttpApp({ stage, playKey: options.playKey, now }))
  const rtmp = createRtmpServer({ admit: admitter(stage, options.pushKey), now })
  const httpPort = await listen(http, options.httpPort)
  const rtmpPort = await listen(rtmp, options.rtmpPort)
  const ticking = setInterval(() => stage.tick(), TICK_MS)
  return {
    httpPort,
    rtmpPort,
    close: async () => {
      clearInterval(ticking)
      stage.close()
      http.closeAllConnections()
      await Promise.all([shut(http), shut(rtmp)])
    },
  }
}

function admitter(stage: Stage, pushKey: string): Admit {
  return (streamKey) => {
    const [stream = '', query = ''] = streamKey.split('?', 2)
    const signed = { query: new URLSearchParams(query), nowMs: Date.now() }
    const isAllowed = /^[\w-]{1,64}$/.test(stream) && checkSignature(pushKey, stream, signed) === 'valid'
    if (!isAllowed) return { refusal: 'NetStream.Publish.Denied' }
    return stage.publish(stream) ?? { refusal: 'NetStream.Publish.BadName' }
  }
}

function createCallbacks(options: ParsedStreamOptions, now: () => number): Callbacks | null {
  if (!options.callbackUrl) return null
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  return new Callbacks({ url: options.callbackUrl, key: options.callbackKey ?? '', now, pause })
}

async function readLoops(files: Readonly<Record<string, string>>): Promise<Map<string, Loop>> {
  const byFile = new Map<string, Loop>()
  const byName = new Map<string, Loop>()
  for (const [name, file] of Object.entries(files)) {
    const loop = byFile.get(file) ?? readLoop(await readFile(file).catch(() => Buffer.alloc(0)))
    if (!loop) throw new StreamStartError({ code: 'loop-unreadable', file })
    byFile.set(file, loop)
    byName.set(name, loop)
  }
  return byName
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
      reject(isTaken ? new StreamStartError({ code: 'port-taken', port }) : cause)
    })
    server.listen(port, HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
