import { setUpApplication, type Actor } from '../../test/builders/test-application'
import { givenMerchant, givenRoom } from '../../test/builders/given'
import { merchantOf } from '@/domain/ids'
import { insights } from '.'

const test = setUpApplication([insights])

const totals = {
  engine: 'flv',
  quality: 'origin',
  firstFrameMs: 400,
  playedMs: 59_000,
  stalls: 1,
  stalledMs: 1000,
  reconnects: 0,
  latencyMs: 900,
}

async function aShow() {
  const host = await test().someone('h5')
  const roomId = await givenRoom(test(), await givenMerchant(test(), host))
  const report = (viewer: Actor, told: object = {}, stay = 'stay0001', number = 1) =>
    test()
      .as(viewer)
      .refusal('insights/report-watch', { roomId, stay, number, totals: { ...totals, ...told } })
  const quality = () => test().as(host).ask('insights/watch-quality', { roomId })
  return { host, roomId, report, quality }
}

it('knows nothing before anybody has told', async () => {
  const { quality } = await aShow()
  expect(await quality()).toEqual({ stays: 0, firstFrameMs: null, latencyMs: null, stalledPerMille: null })
})

it('tells medians over people and one share of the time', async () => {
  const { report, quality } = await aShow()
  for (const [firstFrameMs, latencyMs] of [
    [300, 800],
    [500, 1200],
    [9000, null],
  ])
    await report(await test().someone(), { firstFrameMs, latencyMs })
  await report(await test().someone(), { firstFrameMs: null, playedMs: 0, stalledMs: 0, latencyMs: null })
  expect(await quality()).toEqual({ stays: 4, firstFrameMs: 500, latencyMs: 800, stalledPerMille: 17 })
})

it('keeps the newest report of a stay, in whatever order they arrive', async () => {
  const { report, quality } = await aShow()
  const viewer = await test().someone()
  await report(viewer, { stalledMs: 6000 }, 'stay0001', 2)
  await report(viewer, { stalledMs: 0 }, 'stay0001', 1)
  await report(viewer, { stalledMs: 6000 }, 'stay0001', 2)
  expect(await quality()).toMatchObject({ stays: 1, stalledPerMille: 92 })
})

it('keeps fifty stays of one person, and goes on with those', async () => {
  const { report, quality } = await aShow()
  const viewer = await test().someone()
  for (let n = 0; n < 52; n += 1)
    expect(await report(viewer, {}, `stay00${String(n).padStart(2, '0')}`)).toBe('ok')
  expect((await quality()).stays).toBe(50)
  await report(viewer, { firstFrameMs: 700 }, 'stay0000', 2)
  const { firstFrameMs } = await quality()
  expect(firstFrameMs).toBe(400)
})

it.each([
  ['engine', { engine: 'rtmp' }],
  ['playedMs', { playedMs: 86_400_001 }],
  ['stalls', { stalls: -1 }],
  ['latencyMs', { latencyMs: 0.5 }],
])('takes no %s beyond its bounds', async (field, told) => {
  const { report } = await aShow()
  expect(await report(await test().someone(), told)).toBe(`invalid-request totals.${field}`)
})

it('knows no room that is not there', async () => {
  const { host, roomId } = await aShow()
  const gone = test().ids.make('room', merchantOf(roomId))
  const viewer = await test().someone()
  const input = { roomId: gone, stay: 'stay0001', number: 1, totals }
  expect(await test().as(viewer).refusal('insights/report-watch', input)).toBe('room-not-found')
  expect(await test().as(host).refusal('insights/watch-quality', { roomId: gone })).toBe('room-not-found')
})
