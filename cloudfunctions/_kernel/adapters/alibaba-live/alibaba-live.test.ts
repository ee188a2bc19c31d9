import { type LiveVendorOptions, md5 } from '../live-vendor/live-vendor'
import { alibabaLive } from './alibaba-live'
import { signAuthKey } from './sign-auth-key'

const nowMs = 1_519_375_990_000
const options: LiveVendorOptions = {
  playBaseUrl: 'https://play.example.com/live',
  pushServer: 'rtmp://learn.aliyundoc.com/live',
  playKey: 'play-key',
  pushKey: 'push-key',
  callbackKey: 'yourkey',
  callbackHost: 'shop.example.com',
  timeShiftDays: 7,
  recordingUrl: 'https://files.example.com',
  recordingKey: 'file-key',
  templates: { sd: 'lsd' },
  clock: { now: () => nowMs },
}
const streams = alibabaLive(options)
const unset = alibabaLive({ ...options, recordingKey: undefined })

describe('signAuthKey', () => {
  it('reproduces the example of a vendor that signs alike', () => {
    const key = signAuthKey('GCTbw44s6MPLh4GqgDpnfuFHgy25Enly', {
      path: '/livetest/huawei1.flv',
      until: 1592639100,
      random: '477b3bbc253f467b8def6711128c7bec',
    })
    expect(key).toBe(
      'auth_key=1592639100-477b3bbc253f467b8def6711128c7bec-0-dd1b5ffa00cf26acec0c169ae1cfabea',
    )
  })

  it('begins as the example that the vendor publishes with its end cut off', () => {
    const key = signAuthKey('aliyunliveexp1234', { path: '/video/standard', until: 1622194197 })
    expect(key).toMatch(/^auth_key=1622194197-0-0-5552ff52b5e/)
  })
})

describe('alibabaLive', () => {
  it('signs the path of every rung, its template included', () => {
    const { qualities } = streams.playAddresses('room-1')
    const until = nowMs / 1000 + 600
    expect(qualities.map(({ flv }) => flv)).toEqual([
      `https://play.example.com/live/room-1.flv?${signAuthKey('play-key', { path: '/live/room-1.flv', until })}`,
      `https://play.example.com/live/room-1_lsd.flv?${signAuthKey('play-key', { path: '/live/room-1_lsd.flv', until })}`,
    ])
  })

  it('signs the push address without an ending', () => {
    const until = nowMs / 1000 + 86_400
    expect(streams.pushAddress('room-1')).toEqual({
      server: 'rtmp://learn.aliyundoc.com/live',
      key: `room-1?${signAuthKey('push-key', { path: '/live/room-1', until })}`,
      expiresAt: until * 1000,
    })
  })
})

describe('what was on air', () => {
  it('is asked for as a whole, by its seconds', () => {
    const until = nowMs / 1000 + 12 * 3600
    const auth = signAuthKey('play-key', { path: '/live/room-1.m3u8', until })
    expect(streams.pastAddress('room-1', { from: 1_519_370_000_400, to: 1_519_370_060_400 })).toBe(
      `https://play.example.com/live/room-1.m3u8?${auth}&aliyunols=on&lhs_start_unix_s_0=1519370000&lhs_vodend_unix_s_0=1519370061`,
    )
    expect(streams.keepsPastMs).toBe(7 * 86_400_000)
  })

  it('lies in files whose path is signed', () => {
    const url = 'https://files.example.com/live/room-1/1.m3u8'
    const until = nowMs / 1000 + 12 * 3600
    expect(streams.fileAddress(url)).toBe(
      `${url}?${signAuthKey('file-key', { path: '/live/room-1/1.m3u8', until })}`,
    )
    expect(unset.fileAddress(url)).toBe(url)
  })
})

describe('a notice of a recorded file', () => {
  const file = {
    domain: 'play.example.com',
    app: 'live',
    stream: 'room-1',
    uri: 'live/room-1/0_2018-02-23-08:53:20.m3u8',
    duration: 61.5,
    start_time: 1_519_375_900,
    stop_time: 1_519_375_962,
  }
  const signature = md5(`shop.example.com|${nowMs / 1000}|yourkey`)
  const told = (body: object, by = streams) =>
    by.verifyCallback({
      headers: { 'ali-live-timestamp': String(nowMs / 1000), 'ali-live-signature': signature },
      query: {},
      body: JSON.stringify({ ...file, ...body }),
    })

  it('is signed with the domain that it is sent to', () => {
    expect(told({})).toEqual({
      ok: true,
      value: {
        kind: 'recorded',
        stream: 'room-1',
        file: {
          url: `https://files.example.com/${file.uri}`,
          startsAt: 1_519_375_900_000,
          durationMs: 61_500,
        },
      },
    })
  })

  it.each([
    ['in a format that no player here knows', { uri: 'live/room-1/1.flv' }, streams],
    ['in a bucket whose address nobody told', {}, alibabaLive({ ...options, recordingUrl: undefined })],
  ])('tells of no file %s', (_case, body, by) => {
    expect(told(body, by)).toMatchObject({ ok: true, value: { kind: 'recorded', file: null } })
  })

  it.each([
    ['a status of the recording', { uri: undefined, event: 'record_started' }],
    ['a path that leads elsewhere', { uri: 'a b?c' }],
    ['no stream', { stream: '' }],
  ])('is refused when it is %s', (_case, body) => {
    expect(told(body)).toEqual({ ok: false, error: { code: 'malformed' } })
  })
})

describe('a push notice', () => {
  // md5(learn.aliyundoc.com|1519375990|yourkey): the documentation's own three parts, with the push domain
  const headers = {
    'ali-live-timestamp': '1519375990',
    'ali-live-signature': '9e226fc2c250be266e3657e156f68c12',
  }
  const query = {
    action: 'publish',
    ip: '192.168.0.1',
    id: 'room-1',
    app: 'learn.aliyundoc.com',
    appname: 'live',
    time: '1519375988',
    usrargs: 'auth_key=1',
    node: 'cdnvideocenter010207116011.cm3',
  }
  const verify = (told: object, asked: object) =>
    streams.verifyCallback({ headers: { ...headers, ...told }, query: { ...query, ...asked }, body: '' })
  const signedAt = (seconds: number) => ({
    'ali-live-timestamp': String(seconds),
    'ali-live-signature': md5(`learn.aliyundoc.com|${seconds}|yourkey`),
  })

  it.each([
    ['publish', 'published'],
    ['publish_done', 'stopped'],
  ])('is read when it says %s', (action, kind) => {
    expect(verify({}, { action })).toEqual({
      ok: true,
      value: { kind, stream: 'room-1', push: { at: 1_519_375_988_000 } },
    })
  })

  it.each([
    ['a forged signature', { 'ali-live-signature': md5('guess') }, {}, 'bad-signature'],
    ['a changed time', { 'ali-live-timestamp': '1519375991' }, {}, 'bad-signature'],
    ['a notice replayed later', signedAt(1519375990 - 301), {}, 'expired'],
    ['a notice from the future', signedAt(1519375990 + 301), {}, 'expired'],
    ['no signature', { 'ali-live-signature': undefined }, {}, 'malformed'],
    ['another action', {}, { action: 'record' }, 'malformed'],
    ['no stream', {}, { id: '' }, 'malformed'],
    ['a time that is no number', {}, { time: 'soon' }, 'malformed'],
  ])('is refused with %s', (_case, told, asked, code) => {
    expect(verify(told, asked)).toEqual({ ok: false, error: { code } })
  })
})
