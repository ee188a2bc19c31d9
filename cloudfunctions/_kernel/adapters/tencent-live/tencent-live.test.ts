import { md5, signQuery } from './sign-query'
import { tencentLive } from './tencent-live'

const nowMs = 1_700_000_000_000
const t = nowMs / 1000 + 600
const streams = tencentLive({
  playBaseUrl: 'https://play.example.com/live',
  pushServer: 'rtmp://push.example.com/live',
  playKey: 'somestring',
  pushKey: 'push-key',
  callbackKey: 'callback-key',
  clock: { now: () => nowMs },
})
const published = {
  event_type: 1,
  stream_id: 'room-1',
  sequence: '6674468118806626493',
  t,
  sign: md5(`callback-key${t}`),
}

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
    const { flv, hls, expiresAt } = streams.playAddresses('room-1')
    expect(flv).toBe(
      `https://play.example.com/live/room-1.flv?${signQuery('somestring', 'room-1', nowMs / 1000 + 600)}`,
    )
    expect(hls).toBe(
      `https://play.example.com/live/room-1.m3u8?${signQuery('somestring', 'room-1', nowMs / 1000 + 12 * 3600)}`,
    )
    expect(expiresAt).toBe(nowMs + 600_000)
  })

  it('signs the push address with a key of its own', () => {
    const { server, key, expiresAt } = streams.pushAddress('room-1')
    expect(server).toBe('rtmp://push.example.com/live')
    expect(key).toBe(`room-1?${signQuery('push-key', 'room-1', nowMs / 1000 + 86_400)}`)
    expect(expiresAt).toBe(nowMs + 86_400_000)
  })

  it.each([
    ['a start', published, 'published'],
    ['a stop', { ...published, event_type: 0, errcode: 1 }, 'stopped'],
    ['numbers written as text', { ...published, t: String(t) }, 'published'],
  ])('accepts %s that the vendor signed', (_case, body, kind) => {
    expect(streams.verifyCallback(body)).toEqual({
      ok: true,
      value: { kind, stream: 'room-1', sequence: published.sequence },
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
    ['another kind of event', { ...published, event_type: 100 }, 'malformed'],
    ['no stream', { ...published, stream_id: '' }, 'malformed'],
    ['a time that is no number', { ...published, t: 'soon' }, 'malformed'],
    ['no object', 'hello', 'malformed'],
    ['nothing', undefined, 'malformed'],
  ])('refuses %s', (_case, body, code) => {
    expect(streams.verifyCallback(body)).toEqual({ ok: false, error: { code } })
  })
})
