import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/**
 * Hands `/live/…` to the stream server, so that browsers need one port only. When that server is gone the stream is
 * not there: 404, as for any stream that nobody publishes; the player tries again by itself.
 */
export function proxyStream(request: IncomingMessage, response: ServerResponse, port: number): void {
  const onward = http.request(
    { host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers },
    (reply) => {
      response.writeHead(reply.statusCode ?? 404, reply.headers)
      response.flushHeaders()
      // Either side may go away at any time: that ends the other, and is no error.
      pipeline(reply, response, () => undefined)
    },
  )
  onward.on('error', () => {
    if (response.headersSent) response.destroy()
    else response.writeHead(404, { 'access-control-allow-origin': '*' }).end()
  })
  response.on('close', () => onward.destroy())
  onward.end()
}
