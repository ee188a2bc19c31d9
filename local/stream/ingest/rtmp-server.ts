import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { RtmpSession } from './rtmp-session'
import type { Admit } from './rtmp-session'

const MOST_CONNECTIONS = 64
/** A publisher that stays silent this long is gone; its name becomes free again. */
const SILENCE_MS = 10_000
const TIME_TO_PUBLISH_MS = 15_000
const LARGEST_REPLY_BACKLOG = 256 * 1024
const FAREWELL_MS = 1000

/** Accepts RTMP publishers on one port. */
export function createRtmpServer(parts: { admit: Admit; now: () => number }): Server {
  const server = createServer((socket) => serve(socket, parts))
  server.maxConnections = MOST_CONNECTIONS
  return server
}

function serve(socket: Socket, { admit, now }: { admit: Admit; now: () => number }): void {
  const outlet = {
    send: (bytes: Buffer) => {
      if (socket.writableLength > LARGEST_REPLY_BACKLOG) socket.destroy()
      else if (socket.writable) socket.write(bytes)
    },
    close: () => {
      socket.end()
      setTimeout(() => socket.destroy(), FAREWELL_MS).unref()
    },
  }
  const session = new RtmpSession({ outlet, admit, now })
  const deadline = setTimeout(() => {
    if (!session.isPublishing) socket.destroy()
  }, TIME_TO_PUBLISH_MS)
  socket.setNoDelay(true)
  socket.setTimeout(SILENCE_MS, () => socket.destroy())
  socket.on('data', (bytes) => session.receive(bytes))
  // a reset connection is an ordinary end here: 'close' follows and does the work
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clearTimeout(deadline)
    session.end()
  })
}
