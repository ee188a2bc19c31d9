import { readNetStatus, textOf } from './weapp/player/net-status'

it('reads what the player has in its cache, and how large its picture is', () => {
  const info = { videoCache: 1200, audioCache: 1100, videoWidth: '540', videoHeight: '960', netSpeed: 900 }
  expect(readNetStatus({ info })).toEqual({ cacheMs: 1200, width: '540', height: '960' })
})

it.each([undefined, null, {}, { info: null }, { info: 'x' }])('reads nothing in %s', (detail) => {
  expect(readNetStatus(detail)).toEqual({ cacheMs: undefined, width: undefined, height: undefined })
})

it('hears a text only where one was told', () => {
  expect(textOf({ code: 2012, message: '{"t":1}' })).toBe('{"t":1}')
  expect(textOf({ code: 2004, message: 'playing' })).toBeUndefined()
  expect(textOf(undefined)).toBeUndefined()
})
