import { httpTransport, wireHeaders, wireUrl } from '../http-transport'
import type { Transport } from '../ports/transport'

export const transport: Transport = {
  send: (request) => httpTransport.send(request),
  sendAndForget(request) {
    // keepalive lets the call outlive the page; it may fail as the page dies, and nobody is there to be told.
    void window
      .fetch(wireUrl(request), {
        method: 'POST',
        headers: wireHeaders(request),
        body: JSON.stringify(request.input),
        keepalive: true,
      })
      .catch(() => undefined)
  },
}
