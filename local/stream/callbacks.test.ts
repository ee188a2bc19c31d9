import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Callbacks } from './callbacks'
import { md5 } from './signature'

const nowMs = 1_700_000_000_000
const event = { kind: 'published', stream: 'room-1', sequence: '42', publishedMs: nowMs - 5000 } as const

describe('Callbacks', () => {
  let server: Server
  let received: unknown[]
  let failures: number
  let pauses: number[]
  let callbacks: Callbacks

  beforeEach(async () => {
    received = []
    failures = 0
    pauses = []
    server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => {
        received.push(JSON.parse(text))
        response.writeHead(failures-- > 0 ? 503 : 200).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const pause = async (ms: number) => void pauses.push(ms)
    callbacks = new Callbacks({
      url: `http://127.0.0.1:${port}/notify`,
      key: 'secret',
      now: () => nowMs,
      pause,
    })
  })

  afterEach(() => new Promise((resolve) => server.close(resolve)))

  it('signs the second at which the notice expires', async () => {
    callbacks.send(event)
    await callbacks.idle()
    const t = nowMs / 1000 + 600
    expect(received).toMatchObject([
      { event_type: 1, stream_id: 'room-1', sequence: '42', t, sign: md5(`secret${t}`) },
    ])
  })

  it('tells a stop after its start, with how long it lasted', async () => {
    callbacks.send(event)
    callbacks.send({ ...event, kind: 'stopped' })
    await callbacks.idle()
    expect(received).toMatchObject([{ event_type: 1 }, { event_type: 0, push_duration: '5000' }])
  })

  it('tries again with growing pauses, then gives up and goes on', async () => {
    failures = 5
    callbacks.send(event)
    callbacks.send({ ...event, stream: 'room-2' })
    await callbacks.idle()
    expect(pauses).toEqual([500, 1000, 2000, 500])
    expect(received.map((body) => (body as { stream_id: string }).stream_id)).toEqual([
      ...Array<string>(4).fill('room-1'),
      'room-2',
      'room-2',
    ])
  })

  it('survives a listener that is not there', async () => {
    const pause = async (ms: number) => void pauses.push(ms)
    const nowhere = new Callbacks({ url: 'http://127.0.0.1:1/x', key: '', now: () => nowMs, pause })
    nowhere.send(event)
    await nowhere.idle()
    expect(pauses).toHaveLength(3)
  })

  it('keeps no endless queue', async () => {
    for (let i = 0; i < 300; i++) callbacks.send(event)
    await callbacks.idle()
    expect(received).toHaveLength(100)
  })
})
