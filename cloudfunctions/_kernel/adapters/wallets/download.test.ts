import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { download, downloadAddress } from './download'

const HOME = 'https://bills.example'

describe('the address of a file', () => {
  it.each([
    [`${HOME}/a?b=c`, `${HOME}/a?b=c`],
    ['http://bills.example/a', `${HOME}/a`],
    ['HTTPS://BILLS.EXAMPLE:443/a', `${HOME}/a`],
  ])('%s is followed as %s', (told, followed) => {
    expect(downloadAddress(told, HOME)?.href).toBe(followed)
  })

  it.each([
    'https://bills.example.evil.example/a',
    'https://bills.example:8443/a',
    'https://evil.example/https://bills.example/a',
    'https://bills.example@evil.example/a',
    'https://me:secret@bills.example/a',
    'http://bills.example:8080/a',
    'ftp://bills.example/a',
    'file:///etc/passwd',
    'javascript:1',
    '//bills.example/a',
    '/a',
    '',
  ])('%j is not followed', (told) => {
    expect(downloadAddress(told, HOME)).toBeNull()
  })
})

describe('a download', () => {
  let server: Server
  let answer: RequestListener
  beforeAll((done) => {
    server = createServer((request, response) => {
      answer(request, response)
    }).listen(0, '127.0.0.1', done)
  })
  afterAll((done) => {
    server.closeAllConnections()
    server.close(done)
  })
  const fetchIt = (limits: { readonly timeoutMs?: number } = {}) =>
    download({
      url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
      headers: { authorization: 'ours' },
      timeoutMs: 5_000,
      maxBytes: 1_000,
      ...limits,
    })
  const isUnknown = { ok: false, error: { code: 'unknown', cause: expect.any(Error) } }

  it('gives every byte, and tells who asks', async () => {
    answer = ({ headers }, response) => response.end(headers.authorization?.repeat(250))
    expect(await fetchIt()).toEqual({ ok: true, value: Buffer.from('ours'.repeat(250)) })
  })

  it('of one byte too many is unknown, whatever length was told', async () => {
    answer = (_, response) => response.end('x'.repeat(1_001))
    expect(await fetchIt()).toEqual(isUnknown)
  })

  it('that never ends is hung up on', async () => {
    answer = (_, response) => {
      const more = (): boolean => response.write('x'.repeat(100), () => !response.closed && more())
      more()
    }
    expect(await fetchIt()).toEqual(isUnknown)
  })

  it('that stops half-way is unknown, in bounded time', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-length': '10' }).write('x')
    expect(await fetchIt({ timeoutMs: 200 })).toEqual(isUnknown)
  })

  it.each([302, 404, 500])('that is answered by %d is unknown', async (status) => {
    answer = (_, response) => response.writeHead(status, { location: '/' }).end('x')
    expect(await fetchIt()).toEqual(isUnknown)
  })
})
