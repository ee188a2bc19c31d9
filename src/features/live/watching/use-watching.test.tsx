import type { PlayAddresses } from '../room-view'
import type * as FakeHostFile from '../../../../test/builders/fake-host'
import { host } from '../../../../test/builders/fake-host'
import { roomId } from '../../../../test/builders/room'
import { type Screen, show } from '../../../../test/builders/screen'
import type { QualityId } from '@/domain/quality'
import { SECOND } from '@/domain/time'
import type { LiveVideoProps, PlayerState } from '@/platform/ports/player'
import { RoomVideo } from '../room-video'
import { VideoControls } from '../video-controls'
import { WatchingSheet } from '../watching-sheet'
import { useWatching } from './use-watching'

const mockVideo: { props: LiveVideoProps | null } = { props: null }
jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../../test/builders/fake-host').host.platform,
)
jest.mock('@/platform/player', () => ({
  LiveVideo: (props: LiveVideoProps) => {
    mockVideo.props = props
    return null
  },
}))

const addresses = (mark: string, ...ids: readonly QualityId[]): PlayAddresses => ({
  qualities: ids.map((id) => ({ id, flv: `/${id}.flv?${mark}`, hls: `/${id}.m3u8?${mark}` })),
  expiresAt: host.now,
})
interface Props {
  readonly play: PlayAddresses
  readonly isAway?: boolean
}
let frameClock: (() => number | null) | null = null
function Room({ play, isAway = false }: Props) {
  const watching = useWatching({
    roomId,
    play,
    renewPlay: async () => addresses('fresh', 'origin', 'hd', 'sd', 'audio'),
    setFrameClock: (clock) => (frameClock = clock),
    aheadMs: 500,
  })
  return (
    <>
      <RoomVideo watching={watching} poster="/cover.jpg" isAway={isAway} />
      <VideoControls watching={watching} onChoose={() => undefined} />
      <WatchingSheet watching={watching} onClose={() => undefined} />
    </>
  )
}

let screen: Screen<Props>
const open = async (...ids: readonly QualityId[]) => {
  screen = await show(Room, { play: addresses('first', ...ids) })
  await screen.settle()
}
const player = (): LiveVideoProps => {
  if (mockVideo.props === null) throw new Error('Nothing plays')
  return mockVideo.props
}
/** The player goes through these states, one second each. */
const goes = async (...states: readonly PlayerState[]) => {
  for (const state of states) {
    player().onState(state)
    host.now += SECOND
    await screen.settle(SECOND)
  }
}
const reports = () => host.asked('insights/report-watch').map(({ input }) => input)

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'performance'] })
  host.reset()
  host.platform.keyValueStore.remove('watching')
  mockVideo.props = null
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('plays the best picture and asks for a fresh address of the same', async () => {
  await open('origin', 'hd', 'sd', 'audio')
  expect(player().sources).toMatchObject({ id: 'origin', flv: '/origin.flv?first' })
  expect(await player().refreshSources()).toMatchObject({ flv: '/origin.flv?fresh' })
})

it('goes down after three stalls, one picture at a time, and then only offers the sound', async () => {
  await open('origin', 'sd', 'audio')
  await goes('playing', 'stalled', 'playing', 'stalled', 'playing', 'retrying', 'playing')
  expect(player().sources).toMatchObject({ id: 'sd' })
  expect(await player().refreshSources()).toMatchObject({ flv: '/sd.flv?fresh' })
  await goes('stalled', 'playing', 'stalled', 'playing', 'stalled', 'playing')
  expect(player().sources).toMatchObject({ id: 'sd' })
  await screen.tap('网络不太好')
  expect(player()).toMatchObject({ sources: { id: 'audio' }, isSoundOnly: true })
})

it('tries more after two good minutes', async () => {
  await open('origin', 'sd')
  await goes('playing', 'stalled', 'playing', 'stalled', 'playing', 'stalled', 'playing')
  expect(player().sources).toMatchObject({ id: 'sd' })
  for (let n = 0; n < 13; n += 1) {
    host.now += 10 * SECOND
    await screen.settle(10 * SECOND)
  }
  expect(player().sources).toMatchObject({ id: 'origin' })
})

it('leaves what was chosen alone, and keeps it on this device', async () => {
  await open('origin', 'sd', 'audio')
  await screen.tap('标清')
  await screen.tap('线路二 · 更稳')
  await goes('playing', 'stalled', 'playing', 'stalled', 'playing', 'stalled', 'playing')
  expect(player()).toMatchObject({ sources: { id: 'sd' }, line: 'hls' })
  screen.close()
  await open('origin', 'sd', 'audio')
  expect(player()).toMatchObject({ sources: { id: 'sd' }, line: 'hls' })
})

it('plays what there is where what was kept is not', async () => {
  host.platform.keyValueStore.set('watching', JSON.stringify({ quality: 'sd', line: 'auto' }))
  await open('origin', 'audio')
  expect(player().sources).toMatchObject({ id: 'origin' })
  screen.close()
  host.platform.keyValueStore.set('watching', '{"quality":"huge"}')
  await open('origin', 'audio')
  expect(player().sources).toMatchObject({ id: 'origin' })
})

it('is stopped with a tap and goes on with another', async () => {
  await open('origin')
  await screen.tap('暂停画面')
  expect(player().isPaused).toBe(true)
  await screen.tap('继续播放')
  expect(player().isPaused).toBe(false)
})

it('says when the sound is off, whoever turned it off, and turns it on again', async () => {
  await open('origin')
  await goes('playing')
  player().onSoundBlocked?.()
  await screen.settle()
  await screen.tap('打开声音')
  expect(player().muted).toBe(false)
  await screen.tap('关闭声音')
  expect(player().muted).toBe(true)
})

it('offers a small window only where there is one', async () => {
  await open('origin')
  expect(document.querySelector('[aria-label="小窗播放"]')).toBeNull()
  const floating = { toggle: jest.fn() }
  player().onFloating?.(floating)
  await screen.settle()
  await screen.tap('小窗播放')
  expect(floating.toggle).toHaveBeenCalledTimes(1)
})

it('keeps quiet about the player while the host is away, and lets it know of the return', async () => {
  await open('origin')
  await screen.setProps({ isAway: true })
  await goes('retrying')
  expect(screen.text()).not.toContain('正在重新连接')
  expect(player().isOnAir).toBe(false)
  await screen.setProps({ isAway: false })
  expect(player().isOnAir).toBe(true)
  expect(screen.text()).toContain('正在重新连接')
})

it('hands the player the time of the server, and the room the time of the frame', async () => {
  await open('origin')
  expect(player().serverNow?.()).toBe(host.now + 500)
  player().onClock?.(() => 42)
  expect(frameClock?.()).toBe(42)
})

it('reports each minute and with the farewell, as one stay whose totals grow', async () => {
  await open('origin')
  player().onEngine?.('flv')
  player().onClock?.(() => host.now - 400)
  await goes('loading', 'playing')
  for (let n = 0; n < 6; n += 1) {
    host.now += 10 * SECOND
    await screen.settle(10 * SECOND)
  }
  expect(reports()).toMatchObject([
    { roomId, number: 1, totals: { engine: 'flv', firstFrameMs: 1000, latencyMs: 900, stalls: 0 } },
  ])
  screen.close()
  expect(reports()).toMatchObject([{}, { number: 2 }])
  expect(new Set(reports().map((report) => JSON.stringify(Reflect.get(Object(report), 'stay')))).size).toBe(1)
  await open('origin')
})

it('reports nothing where nothing played', async () => {
  await open('origin')
  screen.close()
  expect(reports()).toEqual([])
  await open('origin')
})
