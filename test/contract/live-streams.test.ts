import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok } from '@/domain/result'
import { alibabaLive } from '../../cloudfunctions/_kernel/adapters/alibaba-live/alibaba-live'
import type { LiveVendorOptions } from '../../cloudfunctions/_kernel/adapters/live-vendor/live-vendor'
import { tencentLive } from '../../cloudfunctions/_kernel/adapters/tencent-live/tencent-live'
import type { StreamNotice } from '../../cloudfunctions/_kernel/ports/live-streams'
import { Callbacks } from '../../local/stream/callbacks'
import { createHttpApp } from '../../local/stream/http-app'
import { readLoop } from '../../local/stream/loop'
import { checkSignature } from '../../local/stream/signature'
import { SOUND_TEMPLATE } from '../../local/stream/sound-name'
import { Stage } from '../../local/stream/stage'
import { FakeClock } from '../builders/fake-clock'
import { tinyFlv } from '../builders/tiny-flv'
import { describeLiveStreams, type LiveVendor } from './live-streams.contract'

// The vendors' side is written apart from the adapters': one shared function would agree with its own mistakes.
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const STREAM = 'r_0000000000000000000a'

const optionsOf = (clock: FakeClock, playBaseUrl = 'https://play.test/live'): LiveVendorOptions => ({
  playBaseUrl,
  pushServer: 'rtmp://push.test/live',
  playKey: 'play-key',
  pushKey: 'push-key',
  callbackKey: 'callback-key',
  callbackHost: 'shop.test',
  timeShiftDays: 30,
  recordingUrl: 'https://files.test',
  templates: { sd: 'small', audio: SOUND_TEMPLATE },
  clock,
})

type Verdict = 'plays' | 'expired' | 'refused'

describeLiveStreams('Tencent', async () => {
  const clock = new FakeClock()
  const check = (key: string, stream: string, query: URLSearchParams): Verdict => {
    const time = query.get('txTime') ?? ''
    if (query.get('txSecret') !== md5(`${key}${stream}${time}`)) return 'refused'
    return Number.parseInt(time, 16) * 1000 < clock.now() ? 'expired' : 'plays'
  }
  return {
    streams: tencentLive(optionsOf(clock)),
    advance: (ms) => {
      clock.advance(ms)
    },
    now: () => clock.now(),
    async opens(address) {
      const url = new URL(address)
      return check('play-key', /([^/]+)\.(?:flv|m3u8)$/.exec(url.pathname)?.[1] ?? '', url.searchParams)
    },
    async pushes(_server, streamKey) {
      const [stream = '', query] = streamKey.split('?')
      const verdict = check('push-key', stream, new URLSearchParams(query))
      return verdict === 'plays' ? ok({ stream }) : err(verdict)
    },
    recorded({ stream, file, startsAt, seconds }) {
      const t = Math.floor(clock.now() / 1000) + 600
      const about = { event_type: 100, stream_id: stream, video_url: `http://vod.test/a/${file}` }
      const when = { start_time: startsAt / 1000, end_time: startsAt / 1000 + seconds, duration: seconds }
      return posted(JSON.stringify({ ...about, ...when, t, sign: md5(`callback-key${t}`) }))
    },
    async notice(kind, { stream, push }) {
      const t = Math.floor(clock.now() / 1000) + 600
      const about = { event_type: kind === 'published' ? 1 : 0, stream_id: stream, sequence: `${push}` }
      return posted(JSON.stringify({ ...about, t, sign: md5(`callback-key${t}`) }))
    },
  }
})

describeLiveStreams('Alibaba', async () => {
  const clock = new FakeClock()
  const began = Math.floor(clock.now() / 1000)
  const check = (key: string, path: string, query: URLSearchParams): Verdict => {
    const [until = '', random, user, hash] = (query.get('auth_key') ?? '').split('-')
    if (hash !== md5(`${path}-${until}-${random}-${user}-${key}`)) return 'refused'
    return Number(until) * 1000 < clock.now() ? 'expired' : 'plays'
  }
  return {
    streams: alibabaLive(optionsOf(clock)),
    advance: (ms) => {
      clock.advance(ms)
    },
    now: () => clock.now(),
    async opens(address) {
      const url = new URL(address)
      return check('play-key', url.pathname, url.searchParams)
    },
    async pushes(server, streamKey) {
      const [stream = '', query] = streamKey.split('?')
      const path = `${new URL(server).pathname}/${stream}`
      const verdict = check('push-key', path, new URLSearchParams(query))
      return verdict === 'plays' ? ok({ stream }) : err(verdict)
    },
    recorded({ stream, file, startsAt, seconds }) {
      const now = String(Math.floor(clock.now() / 1000))
      const when = { start_time: startsAt / 1000, stop_time: startsAt / 1000 + seconds, duration: seconds }
      return {
        headers: {
          'ali-live-timestamp': now,
          'ali-live-signature': md5(`shop.test|${now}|callback-key`),
        },
        query: {},
        body: JSON.stringify({ domain: 'play.test', app: 'live', stream, uri: `live/${file}`, ...when }),
      }
    },
    async notice(kind, { stream, push }) {
      const now = String(Math.floor(clock.now() / 1000))
      const action = kind === 'published' ? 'publish' : 'publish_done'
      return {
        headers: {
          'ali-live-timestamp': now,
          'ali-live-signature': md5(`push.test|${now}|callback-key`),
        },
        query: { action, id: stream, app: 'push.test', appname: 'live', time: String(began + push) },
        body: '',
      }
    },
  }
})

const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

describeLiveStreams('the local server', () => openLocal())

/** The stream server of `npm start`, with the adapter that it is used through. */
async function openLocal(): Promise<LiveVendor> {
  const clock = new FakeClock()
  const now = () => clock.now()
  const loop = readLoop(tinyFlv(40))
  if (!loop) throw new Error('the loop is one')
  const stage = new Stage({ loops: new Map([[STREAM, loop]]), now, notify: () => undefined })
  const server = createServer(createHttpApp({ stage, playKey: 'play-key', now }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closings.push(() => {
    stage.close()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const options = optionsOf(clock, `http://127.0.0.1:${port}/live`)
  return {
    streams: tencentLive({ ...options, templates: { audio: SOUND_TEMPLATE } }),
    advance(ms) {
      clock.advance(ms)
      stage.tick()
    },
    now,
    async opens(url) {
      const reply = await fetch(url, { method: 'HEAD' })
      if (reply.status === 200) return 'plays'
      const query = new URL(url).searchParams
      const stream = /([^/]+)\.(?:flv|m3u8)$/.exec(new URL(url).pathname)?.[1] ?? ''
      const verdict = checkSignature('play-key', stream, { query, nowMs: now() })
      return verdict === 'expired' ? 'expired' : 'refused'
    },
    async pushes(_server, streamKey) {
      const [stream = '', query] = streamKey.split('?')
      const signed = { query: new URLSearchParams(query), nowMs: now() }
      const verdict = checkSignature('push-key', stream, signed)
      if (verdict === 'valid') return ok({ stream })
      return err(verdict === 'expired' ? 'expired' : 'refused')
    },
    notice: (kind, { stream, push }) =>
      sentBy(clock, { kind, stream, sequence: `${push}`, publishedMs: clock.now() }),
  }
}

/** What the local server really posts. */
async function sentBy(clock: FakeClock, event: Parameters<Callbacks['send']>[0]): Promise<StreamNotice> {
  let body = ''
  const listener = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => response.end())
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  const pause = async (): Promise<void> => undefined
  const url = `http://127.0.0.1:${port}/notify/stream`
  const callbacks = new Callbacks({ url, key: 'callback-key', now: () => clock.now(), pause })
  callbacks.send(event)
  await callbacks.idle()
  listener.close()
  return posted(body)
}

const posted = (body: string): StreamNotice => ({ headers: {}, query: {}, body })
