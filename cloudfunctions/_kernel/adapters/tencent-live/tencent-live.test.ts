import { type LiveVendorOptions, md5 } from '../live-vendor/live-vendor'
import { signQuery } from './sign-query'
import { tencentLive } from './tencent-live'

const nowMs = 1_700_000_000_000
const t = nowMs / 1000 + 600
const options: LiveVendorOptions = {
  playBaseUrl: 'https://play.example.com/live',
  pushServer: 'rtmp://push.example.com/live',
  playKey: 'somestring',
  pushKey: 'push-key',
  callbackKey: 'callback-key',
  callbackHost: 'shop.example.com',
  timeShiftDays: 3,
  recordingKey: 'file-key',
  templates: { sd: '480p', audio: 'sound' },
  clock: { now: () => nowMs },
}
const streams = tencentLive(options)
const unset = tencentLive({ ...options, recordingKey: undefined })
const published = {
  event_type: 1,
  stream_id: 'room-1',
  sequence: '6674468118806626493',
  t,
  sign: md5(`callback-key${t}`),
}
const recorded = {
  event_type: 100,
  stream_id: 'room-1',
  file_format: 'hls',
  file_id: '9031868223267109922',
  start_time: 1506308695,
  end_time: 1506308756,
  duration: 63,
  video_url: 'http://1.vod2.myqcloud.com/a/playlist.m3u8',
  t,
  sign: md5(`callback-key${t}`),
}
const verify = (body: unknown) =>
  streams.verifyCallback({ headers: {}, query: {}, body: body === undefined ? '' : JSON.stringify(body) })

describe('signQuery', () => {
  it.each([
    ['test', 'b77e812107e1d8b8f247885a46e1bd34'],
    ['test_900', '4beae959b16c77da6a65c7edda1dfefe'],
  ])("reproduces the vendor's published signature of %s", (stream, secret) => {
    expect(signQuery('somestring', stream, 0x5c2acacc)).toBe(`txSecret=${secret}&txTime=5c2acacc`)
  })
})

describe('tencentLive', () => {
  it('signs FLV for ten minutes and HLS for a whole show', () => {
    const { qualities, expiresAt } = streams.playAddresses('room-1')
    const [flvUntil, hlsUntil] = [nowMs / 1000 + 600, nowMs / 1000 + 12 * 3600]
    expect(qualities[0]).toEqual({
      id: 'origin',
      flv: `https://play.example.com/live/room-1.flv?${signQuery('somestring', 'room-1', flvUntil)}`,
      hls: `https://play.example.com/live/room-1.m3u8?${signQuery('somestring', 'room-1', hlsUntil)}`,
    })
    expect(expiresAt).toBe(nowMs + 600_000)
  })

  it('signs the whole name of a smaller picture, and names only what there is a template for', () => {
    const { qualities } = streams.playAddresses('room-1')
    expect(qualities.map(({ id }) => id)).toEqual(['origin', 'sd', 'audio'])
    expect(qualities[1]?.flv).toBe(
      `https://play.example.com/live/room-1_480p.flv?${signQuery('somestring', 'room-1_480p', nowMs / 1000 + 600)}`,
    )
  })

  it('signs the push address with a key of its own', () => {
    const { server, key, expiresAt } = streams.pushAddress('room-1')
    expect(server).toBe('rtmp://push.example.com/live')
    expect(key).toBe(`room-1?${signQuery('push-key', 'room-1', nowMs / 1000 + 86_400)}`)
    expect(expiresAt).toBe(nowMs + 86_400_000)
  })

  it('asks for what was on air by its seconds, signed as the show itself', () => {
    const signed = signQuery('somestring', 'room-1', nowMs / 1000 + 12 * 3600)
    expect(streams.pastAddress('room-1', { from: 1_699_990_000_400, to: 1_699_990_060_400 })).toBe(
      `https://play.example.com/live/room-1.m3u8?${signed}&txTimeshift=on&tsFormat=unix_s&tsStart=1699990000&tsEnd=1699990061`,
    )
    expect(streams.keepsPastMs).toBe(3 * 86_400_000)
  })

  it('signs the folder of a recorded file', () => {
    const url = 'https://1.vod2.myqcloud.com/a/b/playlist.m3u8'
    const t = (nowMs / 1000 + 12 * 3600).toString(16)
    expect(streams.fileAddress(url)).toBe(`${url}?t=${t}&sign=${md5(`file-key/a/b/${t}`)}`)
    expect(unset.fileAddress(url)).toBe(url)
  })

  it('reads where a recorded file lies, and since when it plays', () => {
    // the fields of a notice that the vendor really sent, space included
    const told = {
      ...recorded,
      start_time_usec: 250_000,
      video_url: 'http://1.vod2.myqcloud.com/a/playlist.m3u8 ',
    }
    expect(verify(told)).toEqual({
      ok: true,
      value: {
        kind: 'recorded',
        stream: 'room-1',
        file: {
          url: 'https://1.vod2.myqcloud.com/a/playlist.m3u8',
          startsAt: 1_506_308_695_250,
          durationMs: 63_000,
        },
      },
    })
    expect(verify({ ...recorded, video_url: 'http://1.vod2.myqcloud.com/a/f0.flv' })).toMatchObject({
      ok: true,
      value: { kind: 'recorded', file: null },
    })
  })

  it.each([
    ['a start', published, 'published'],
    ['a stop', { ...published, event_type: 0, errcode: 1 }, 'stopped'],
    ['numbers written as text', { ...published, t: String(t) }, 'published'],
  ])('accepts %s that the vendor signed', (_case, body, kind) => {
    expect(verify(body)).toEqual({
      ok: true,
      value: { kind, stream: 'room-1', push: { name: published.sequence } },
    })
  })

  it.each([
    ['a forged signature', { ...published, sign: md5('guess') }, 'bad-signature'],
    ['a signature of another length', { ...published, sign: 'short' }, 'bad-signature'],
    ['a changed expiry', { ...published, t: t + 1 }, 'bad-signature'],
    [
      'a notice replayed later',
      { ...published, t: 1_699_999_999, sign: md5('callback-key1699999999') },
      'expired',
    ],
    ['another kind of event', { ...published, event_type: 332 }, 'malformed'],
    ['a recording without its address', { ...recorded, video_url: undefined }, 'malformed'],
    ['a recording at no address', { ...recorded, video_url: 'playlist' }, 'malformed'],
    ['a recording that nobody signed', { ...recorded, sign: md5('guess') }, 'bad-signature'],
    ['no stream', { ...published, stream_id: '' }, 'malformed'],
    ['a time that is no number', { ...published, t: 'soon' }, 'malformed'],
    ['no object', 'hello', 'malformed'],
    ['nothing', undefined, 'malformed'],
  ])('refuses %s', (_case, body, code) => {
    expect(verify(body)).toEqual({ ok: false, error: { code } })
  })
})
