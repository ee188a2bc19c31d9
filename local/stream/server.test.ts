import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RtmpPublisher } from '../../test/builders/rtmp-publisher'
import {
  AVC_CONFIG,
  audioConfigBody,
  nal,
  pictureBody,
  soundBody,
  tinyFlv,
  videoConfigBody,
} from '../../test/builders/tiny-flv'
import { readFlvTags, readVideoBody, TAG } from './media/flv-demux'
import { readClock } from './media/sei'
import { runStreamServer } from './server'
import type { RunningServer } from './server'
import { md5 } from './signature'

const PLAY_KEY = 'play-key'
const PUSH_KEY = 'push-key'

function signed(key: string, stream: string, inSeconds = 60): string {
  const txTime = (Math.floor(Date.now() / 1000) + inSeconds).toString(16)
  return `txSecret=${md5(key + stream + txTime)}&txTime=${txTime}`
}
const pushKeyOf = (stream: string) => `${stream}?${signed(PUSH_KEY, stream)}`

/** Reads FLV until the pictures satisfy `isEnough` or the server ends the stream. */
async function readPictures(url: string, isEnough: (pictures: Buffer[]) => boolean) {
  const reply = await fetch(url)
  const reader = (reply.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader()
  let bytes = Buffer.alloc(0)
  let pictures: Buffer[] = []
  let isEnded = false
  while (!isEnded && !isEnough(pictures)) {
    const part = await reader.read()
    isEnded = part.done
    if (part.value) bytes = Buffer.concat([bytes, part.value])
    pictures = readFlvTags(bytes)
      .filter((tag) => tag.type === TAG.video)
      .map((tag) => readVideoBody(tag.body))
      .flatMap((body) => (body.kind === 'frame' ? [body.data] : []))
  }
  return { status: reply.status, pictures, isEnded, cancel: () => reader.cancel() }
}

describe('the stream server', () => {
  let folder: string
  let server: RunningServer
  let base: string
  let notices: { event_type: number; stream_id: string; sequence: string }[]
  let onNotice: () => void
  const listener = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      const notice: (typeof notices)[number] = JSON.parse(text)
      notices.push(notice)
      onNotice()
    })
    response.end()
  })

  const flv = (stream: string, query = signed(PLAY_KEY, stream)) => `${base}/${stream}.flv?${query}`
  const noticed = (count: number) =>
    new Promise<void>((resolve) => {
      onNotice = () => notices.length >= count && resolve()
      onNotice()
    })

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stream-test-'))
    await writeFile(path.join(folder, 'loop.flv'), tinyFlv(8))
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    server = await runStreamServer({
      httpPort: 0,
      rtmpPort: 0,
      loops: { orchard: path.join(folder, 'loop.flv') },
      playKey: PLAY_KEY,
      pushKey: PUSH_KEY,
      callbackUrl: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notify`,
      callbackKey: 'callback-key',
    })
    base = `http://127.0.0.1:${server.httpPort}/live`
  })
  beforeEach(() => {
    notices = []
    onNotice = () => undefined
  })
  afterAll(async () => {
    await server.close()
    await new Promise((resolve) => listener.close(resolve))
    await rm(folder, { recursive: true })
  })

  it('plays the loop over FLV at once, with the server time in the picture', async () => {
    const { status, pictures, cancel } = await readPictures(flv('orchard'), (seen) => seen.length >= 10)
    await cancel()
    expect(status).toBe(200)
    const [first] = pictures.flatMap((picture) => readClock(picture, AVC_CONFIG) ?? [])
    expect(Math.abs((first ?? 0) - Date.now())).toBeLessThan(3000)
  })

  it.each(['index', 'vendor'])('plays the loop over HLS, playlist in the %s form', async (form) => {
    const playlistUrl = form === 'index' ? `${base}/orchard/index.m3u8` : `${base}/orchard.m3u8`
    const playlist = await fetch(`${playlistUrl}?${signed(PLAY_KEY, 'orchard')}`)
    const text = await playlist.text()
    expect(playlist.headers.get('access-control-allow-origin')).toBe('*')
    const [, init = ''] = /URI="([^"]+)"/.exec(text) ?? []
    const [segment = ''] = /^\S+\.m4s$/m.exec(text) ?? []
    for (const file of [init, segment]) {
      const reply = await fetch(new URL(file, playlistUrl))
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'video/mp4'])
      expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(100)
    }
  })

  it.each([
    ['an unsigned viewer', 403, () => `${base}/orchard.flv`],
    ['an expired address', 403, () => flv('orchard', signed(PLAY_KEY, 'orchard', -2))],
    ["another stream's signature", 403, () => flv('orchard', signed(PLAY_KEY, 'other'))],
    ['the push key', 403, () => flv('orchard', signed(PUSH_KEY, 'orchard'))],
    ['an unsigned playlist', 403, () => `${base}/orchard/index.m3u8`],
    ['a silent stream', 404, () => flv('nobody')],
    ['a silent playlist', 404, () => `${base}/nobody.m3u8?${signed(PLAY_KEY, 'nobody')}`],
    ['a segment that never was', 404, () => `${base}/orchard/1.m4s`],
    ['another path', 404, () => `${base}/../secret`],
    ['a name that is no name', 404, () => `${base}/a%2Fb.flv`],
  ])('answers %s with %i', async (_case, status, url) => {
    const reply = await fetch(url())
    await reply.body?.cancel()
    expect(reply.status).toBe(status)
  })

  it('answers HEAD and OPTIONS without a stream, and nothing else', async () => {
    const ask = async (method: string) => (await fetch(flv('orchard'), { method })).status
    expect([await ask('HEAD'), await ask('OPTIONS'), await ask('POST')]).toEqual([200, 204, 405])
  })

  it("puts a publisher's stream before its viewers, tells it, and goes silent after", async () => {
    const { publisher, code } = await RtmpPublisher.publish(server.rtmpPort, pushKeyOf('mine'))
    expect(code).toBe('NetStream.Publish.Start')
    publisher.video(0, videoConfigBody())
    publisher.audio(0, audioConfigBody())
    for (let i = 0; i < 80; i++) {
      publisher.video(i * 40, pictureBody(i % 30 === 0, i, 40))
      publisher.audio(i * 40, soundBody(i))
    }
    await noticed(1)
    const watching = readPictures(flv('mine'), () => false)
    // 80 pictures are 3.2 s: the second key picture completes the first segment
    const playlist = await (await fetch(`${base}/mine/index.m3u8?${signed(PLAY_KEY, 'mine')}`)).text()
    expect(playlist).toContain('#EXTINF:1.200')
    await publisher.close()
    const { pictures, isEnded } = await watching
    expect(isEnded).toBe(true)
    expect(pictures.at(-1)?.subarray(-6)).toEqual(nal(1, 79))
    await noticed(2)
    expect(notices).toMatchObject([
      { event_type: 1, stream_id: 'mine' },
      { event_type: 0, stream_id: 'mine', sequence: notices[0]?.sequence },
    ])
    expect((await fetch(flv('mine'), { method: 'HEAD' })).status).toBe(404)
  })

  it('replaces the loop while somebody publishes, and returns to it', async () => {
    const onLoop = readPictures(flv('orchard'), () => false)
    const { publisher } = await RtmpPublisher.publish(server.rtmpPort, pushKeyOf('orchard'))
    publisher.video(0, videoConfigBody())
    publisher.video(0, pictureBody(true, 201))
    expect((await onLoop).isEnded).toBe(true)
    const onPublisher = await readPictures(flv('orchard'), (seen) => seen.length === 1)
    expect(onPublisher.pictures[0]?.subarray(-6)).toEqual(nal(5, 201))
    await publisher.close()
    const again = await readPictures(flv('orchard'), (seen) => seen.length > 3)
    await Promise.all([again.cancel(), onPublisher.cancel()])
    expect(again.pictures).not.toContainEqual(onPublisher.pictures[0])
  })

  it.each([
    ['a forged key', () => `mine?${signed('guess', 'mine')}`, 'NetStream.Publish.Denied'],
    ['an expired key', () => `mine?${signed(PUSH_KEY, 'mine', -2)}`, 'NetStream.Publish.Denied'],
    ['no key', () => 'mine', 'NetStream.Publish.Denied'],
    ['a name that is no name', () => `a/b?${signed(PUSH_KEY, 'a/b')}`, 'NetStream.Publish.Denied'],
  ])('refuses a publisher with %s', async (_case, key, expected) => {
    const { publisher, code } = await RtmpPublisher.publish(server.rtmpPort, key())
    expect(code).toBe(expected)
    await publisher.closed
  })

  it('refuses a second publisher and leaves the first alone', async () => {
    const first = await RtmpPublisher.publish(server.rtmpPort, pushKeyOf('twice'))
    const second = await RtmpPublisher.publish(server.rtmpPort, pushKeyOf('twice'))
    expect(second.code).toBe('NetStream.Publish.BadName')
    first.publisher.video(0, videoConfigBody())
    first.publisher.video(0, pictureBody(true, 1))
    await noticed(1)
    await first.publisher.close()
    await noticed(2)
  })

  it('loses only the connection of a hostile publisher', async () => {
    const { publisher } = await RtmpPublisher.publish(server.rtmpPort, pushKeyOf('hostile'))
    publisher.raw(Buffer.alloc(5000, 0xff))
    await publisher.closed
    const garbage = connect(server.rtmpPort, '127.0.0.1')
    garbage.end(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
    await new Promise((resolve) => garbage.resume().once('close', resolve))
    const { status, cancel } = await readPictures(flv('orchard'), (seen) => seen.length > 0)
    await cancel()
    expect(status).toBe(200)
    expect(notices).toEqual([])
  })

  it('names the port that is taken and the loop that cannot be read', async () => {
    const options = { httpPort: 0, rtmpPort: 0, loops: {}, playKey: 'a', pushKey: 'b' }
    await expect(runStreamServer({ ...options, httpPort: server.httpPort })).rejects.toMatchObject({
      failure: { code: 'port-taken', port: server.httpPort },
    })
    const file = path.join(folder, 'missing.flv')
    await expect(runStreamServer({ ...options, loops: { x: file } })).rejects.toMatchObject({
      failure: { code: 'loop-unreadable', file },
    })
  })
})
