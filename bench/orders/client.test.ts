import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, readReply } from './client'

it('is answered over a connection that stays open', async () => {
  let connections = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      response.statusCode = 409
      response.end(`${request.method} ${request.url} ${String(request.headers['x-who'])} ${body}`)
    })
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = new Client((server.address() as AddressInfo).port)
  for (const body of ['one', 'two'])
    expect(await client.post('/here', body, 'X-Who: me\r\n')).toEqual({
      status: 409,
      body: `POST /here me ${body}`,
    })
  expect(connections).toBe(1)
  client.close()
  await new Promise((resolve) => server.close(resolve))
})

it('waits for the whole of an answer', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n'
  expect(readReply(head)).toBeNull()
  expect(readReply(`${head}\r\nabc`)).toBeNull()
  expect(readReply(`${head}\r\nabcd`)).toEqual({ status: 200, body: 'abcd' })
  expect(() => readReply('HTTP/1.1 200 OK\r\nX: y\r\n\r\n')).toThrow('unknown length')
})
