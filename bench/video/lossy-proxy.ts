import http from 'node:http'
import { connect, type AddressInfo } from 'node:net'

const PACKET = 1400
const ROUND_TRIP_MS = 60
const RETRANSMIT_MS = 300
const WINDOW = 10

/**
 * A proxy for a browser that loses a share of the video's packets on the way to it, as TCP feels it: a window in which
 * packets are lost waits one more round trip; one that is lost again waits for the timer, twice as long each time.
 * Nothing is lost to the reader, everything behind the loss waits. Other requests pass unharmed.
 */
export async function lossyProxy(share: number, random: () => number) {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '')
    const { method, headers } = request
    const upstream = http.request(url, { method: method ?? 'GET', headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers)
      response.on('close', () => reply.destroy())
      if (url.pathname.startsWith('/live/')) void trickle(reply, response, () => delayOf(share, random))
      else reply.pipe(response)
    })
    upstream.on('error', () => response.destroy())
    request.pipe(upstream)
  })
  server.on('connect', (request, socket, head) => {
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      through.write(head)
      through.pipe(socket).pipe(through)
    })
    for (const end of [through, socket]) end.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    server: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function trickle(
  reply: http.IncomingMessage,
  response: http.ServerResponse,
  delay: () => number,
): Promise<void> {
  try {
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      for (const window of windowsOf(chunk)) {
        await new Promise((resolve) => setTimeout(resolve, delay()))
        response.write(window)
      }
    }
    response.end()
  } catch {
    // one side hung up
    response.destroy()
  }
}

const windowsOf = (chunk: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(chunk.length / (PACKET * WINDOW)) }, (_, n) =>
    chunk.subarray(n * PACKET * WINDOW, (n + 1) * PACKET * WINDOW),
  )

/** What a window of packets waits for those that it lost. */
function delayOf(share: number, random: () => number): number {
  let lost = Array.from({ length: WINDOW }).filter(() => random() < share).length
  if (lost === 0) return 0
  let waitMs = ROUND_TRIP_MS
  let timerMs = RETRANSMIT_MS
  for (lost = again(lost, share, random); lost > 0; lost = again(lost, share, random)) {
    waitMs += timerMs
    timerMs *= 2
  }
  return waitMs
}

const again = (lost: number, share: number, random: () => number): number =>
  Array.from({ length: lost }).filter(() => random() < share).length
