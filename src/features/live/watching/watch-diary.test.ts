import { WatchDiary } from './watch-diary'

const START = 1_700_000_000_000

function aDiary() {
  const diary = new WatchDiary(START)
  diary.played({ engine: 'flv' })
  return diary
}

it('has nothing to tell before a player began', () => {
  expect(new WatchDiary(START).totals(START + 1000)).toBeNull()
})

it('adds up first picture, playing and waiting', () => {
  const diary = aDiary()
  diary.turned('loading', START)
  diary.turned('playing', START + 400)
  diary.turned('stalled', START + 10_400)
  diary.turned('playing', START + 11_400)
  diary.turned('stalled', START + 21_400)
  diary.turned('retrying', START + 23_400)
  diary.turned('playing', START + 24_400)
  expect(diary.totals(START + 34_400)).toEqual({
    engine: 'flv',
    quality: 'origin',
    firstFrameMs: 400,
    playedMs: 30_000,
    stalledMs: 4000,
    stalls: 2,
    reconnects: 1,
    latencyMs: null,
  })
})

it('counts no time that nobody looks', () => {
  const diary = aDiary()
  diary.turned('playing', START)
  diary.turned('idle', START + 1000)
  diary.turned('playing', START + 61_000)
  expect(diary.totals(START + 62_000)).toMatchObject({ playedMs: 2000, stalledMs: 0, stalls: 0 })
})

it('is told engine, quality and age as they are last', () => {
  const diary = aDiary()
  diary.played({ quality: 'sd' })
  diary.played({ engine: 'hls' })
  diary.aged(4200.6)
  expect(diary.totals(START)).toMatchObject({ engine: 'hls', quality: 'sd', latencyMs: 4201 })
  diary.aged(-5)
  expect(diary.totals(START)).toMatchObject({ latencyMs: null })
})

it('stays within what the server takes, whatever the clock of the device does', () => {
  const diary = aDiary()
  diary.turned('playing', START + 900_000)
  diary.turned('stalled', START - 50_000)
  expect(diary.totals(START + 999 * 86_400_000)).toMatchObject({
    firstFrameMs: null,
    playedMs: 0,
    stalledMs: 86_400_000,
  })
})
