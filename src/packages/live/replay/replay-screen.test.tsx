import type * as FakeHostFile from '../../../../test/builders/fake-host'
import Taro from '@tarojs/taro'
import type { ReplayParams, Show } from '@/features/replay'
import { composeId } from '@/domain/ids'
import type { RoomEventBody } from '@/domain/room'
import type { ReplayVideoProps, SeekBarProps } from '@/platform/ports/replay-player'
import { data, host, refusal } from '../../../../test/builders/fake-host'
import { aQuote } from '../../../../test/builders/quote'
import { aRoomState, aShelfProduct, merchantId, productIdOf, roomId } from '../../../../test/builders/room'
import { type Screen, show } from '../../../../test/builders/screen'
import { EVENING } from '../../../../test/builders/wire'
import { ReplayScreen } from './replay-screen'

const mockVideo: { props: ReplayVideoProps | null } = { props: null }
const mockBar: { props: SeekBarProps | null } = { props: null }
const seeks: number[] = []

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../../test/builders/fake-host').host.platform,
)
jest.mock('@/platform/replay-player', () => ({
  ReplayVideo: (props: ReplayVideoProps) => {
    mockVideo.props = props
    return null
  },
  SeekBar: (props: SeekBarProps) => {
    mockBar.props = props
    return null
  },
}))

const START = EVENING
const pear = aShelfProduct(2, { name: '秋月梨' })
const part = (url: string, startsAt: number, seconds: number, skipMs = 0) => ({
  url,
  startsAt,
  durationMs: seconds * 1_000,
  skipMs,
})
const chapter = (n: number, name: string, from: number, to: number) => ({
  productId: productIdOf(n),
  name,
  pictureUrl: '/media/orange.jpg',
  from: from * 1_000,
  to: to * 1_000,
})
const log = (...told: readonly (readonly [number, RoomEventBody])[]) =>
  told.map(([second, body], index) => ({ ...body, seq: index + 1, at: START + second * 1_000 }))
const EVENTS = log(
  [0, { type: 'room-started' }],
  [10, { type: 'explain-started', productId: productIdOf(1) }],
  [30, { type: 'explain-started', productId: productIdOf(2) }],
  [60, { type: 'room-ended' }],
)

let screen: Screen<ReplayParams>
async function open(overrides: Partial<Show> = {}, fromMs = 0): Promise<void> {
  host.answer('rooms/replay', () =>
    data({
      start: aRoomState({
        room: { ...aRoomState().room, status: 'ended' },
        shelf: [aShelfProduct(1), pear],
      }),
      parts: [part('https://files.test/1.m3u8', START, 60)],
      chapters: [chapter(1, '赣南脐橙', 10, 30), chapter(2, '秋月梨', 30, 60)],
      serverTime: host.now,
      ...overrides,
    }),
  )
  screen = await show(ReplayScreen, { roomId, fromMs })
  await screen.settle()
  mockVideo.props?.onSeek((ms) => seeks.push(ms))
}
const tell = async (act: (video: ReplayVideoProps) => void): Promise<void> => {
  if (mockVideo.props === null) throw new Error('Nothing plays')
  act(mockVideo.props)
  await screen.settle()
}
const playTo = (seconds: number) => tell((video) => video.onTime(seconds * 1_000))

beforeEach(() => {
  host.reset()
  mockVideo.props = null
  mockBar.props = null
  seeks.length = 0
  host.answer('rooms/events', () => data({ events: EVENTS, newest: EVENTS.length }))
  host.answer('rooms/share', () =>
    data({ sharerToken: 't', link: 'https://x/r/1', title: '脐橙开园', pictureUrl: '/media/cover.jpg' }),
  )
  host.answer('rooms/list-clips', () => data({ clips: [] }))
  host.answer('chat/list-answers', () => data({ answers: [] }))
})
afterEach(() => {
  screen.close()
})

it('plays the recording, and shows every card at its moment, also backwards', async () => {
  await open()
  expect(mockVideo.props).toMatchObject({ src: 'https://files.test/1.m3u8', startMs: 0, isPaused: false })
  await playTo(9.9)
  expect(screen.text()).not.toContain('讲解中')
  await playTo(10.2)
  expect(screen.text()).toContain('赣南脐橙')
  await playTo(31)
  expect(screen.text()).toContain('秋月梨')
  expect(screen.text()).not.toContain('赣南脐橙')
  await playTo(12)
  expect(screen.text()).toContain('赣南脐橙')
})

it('no longer says that it loads when the picture moves, though no player told', async () => {
  await open()
  await tell((video) => video.onState('loading'))
  expect(screen.text()).toContain('正在加载')
  await playTo(3)
  expect(screen.text()).not.toContain('正在加载')
})

it('goes to a chapter that is picked', async () => {
  await open()
  await screen.tap('讲解 2')
  await screen.tap('从 0:30 看 秋月梨 的讲解')
  expect(seeks).toEqual([30_000])
  expect(screen.text()).toContain('0:30')
})

it('begins at the second that the link names, after what was on air before the show', async () => {
  await open({ parts: [part('https://files.test/1.mp4', START, 60, 5_000)] }, 30_000)
  expect(mockVideo.props?.startMs).toBe(35_000)
  await playTo(36)
  expect(mockBar.props?.seconds).toBe(31)
})

it('plays the parts one after the other, and stops where the show ended', async () => {
  await open({ parts: [part('/a.mp4', START, 20), part('/b.mp4', START + 30_000, 30, 7_000)] })
  await playTo(19.9)
  expect(mockVideo.props).toMatchObject({ src: '/b.mp4', startMs: 7_000 })
  await playTo(8)
  expect(mockBar.props).toMatchObject({ seconds: 21, length: 50 })
  expect(screen.text()).toContain('秋月梨')
  await playTo(36.9)
  expect(screen.text()).toContain('回放放完了')
  await screen.tap('播放')
  expect(mockVideo.props).toMatchObject({ src: '/a.mp4', startMs: 0, isPaused: false })
})

it('stops, goes on, and plays faster', async () => {
  await open()
  await screen.tap('暂停')
  expect(mockVideo.props?.isPaused).toBe(true)
  await screen.tap('播放')
  expect(mockVideo.props?.isPaused).toBe(false)
  for (const rate of [1.25, 1.5, 1]) {
    await screen.tap(`倍速 ${mockVideo.props?.rate ?? 0}×`)
    expect(mockVideo.props?.rate).toBe(rate)
  }
})

it('sells what is on the shelf today, from the card', async () => {
  host.answer('session/list-addresses', () => data({ addresses: [] }))
  host.answer('orders/quote', () =>
    data({ quote: aQuote(), claimId: null, coupons: [], serverTime: EVENING }),
  )
  await open()
  await playTo(12)
  await screen.tap('购买 赣南脐橙')
  expect(document.querySelector('[role="dialog"]')).not.toBeNull()
  expect(host.asked('rooms/list-clips').map(({ input }) => input)).toEqual([{ productId: productIdOf(1) }])
})

it('keeps what the host has answered with the product, and goes to where it was said', async () => {
  const questionId = composeId('question', 'q1'.padEnd(12, '0'), merchantId)
  const watch = { roomId, from: 25_000 }
  const answer = { id: questionId, name: '小满', question: '能放几天？', answer: '三天', watch }
  host.answer('session/list-addresses', () => data({ addresses: [] }))
  host.answer('orders/quote', () =>
    data({ quote: aQuote(), claimId: null, coupons: [], serverTime: EVENING }),
  )
  host.answer('chat/list-answers', () => data({ answers: [answer] }))
  await open()
  await playTo(12)
  await screen.tap('购买 赣南脐橙')
  expect(host.asked('chat/list-answers').map(({ input }) => input)).toEqual([{ productId: productIdOf(1) }])
  expect(screen.text()).not.toContain('三天')
  await screen.tap('商品问答 1')
  expect(screen.text()).toContain('三天')
  await screen.tap('看主播怎么说：能放几天？')
  expect(seeks).toEqual([25_000])
})

it('reads a long log page after page', async () => {
  host.answer('rooms/events', ({ input }) => {
    const { since } = input as { since: number }
    return data({ events: EVENTS.slice(since, since + 2), newest: EVENTS.length })
  })
  await open()
  await playTo(31)
  expect(screen.text()).toContain('秋月梨')
  expect(host.asked('rooms/events')).toHaveLength(2)
})

it('has its addresses signed anew when it plays no further, and goes on from there', async () => {
  await open()
  await playTo(25)
  await tell((video) => video.onState('failed'))
  expect(screen.text()).toContain('回放暂时放不出来')
  host.answer('rooms/replay', () =>
    data({
      start: aRoomState(),
      parts: [part('https://files.test/2.m3u8', START, 60)],
      chapters: [],
      serverTime: host.now,
    }),
  )
  await screen.tapIn('.failed', '播放')
  await screen.settle()
  expect(mockVideo.props).toMatchObject({ src: 'https://files.test/2.m3u8', startMs: 25_000 })
})

it.each([
  ['was not recorded', 'ended', '这场直播没有回放'],
  ['is not over', 'live', '这场直播还没有结束'],
] as const)('says so of a show that %s', async (_case, status, words) => {
  const redirectTo = jest.spyOn(Taro, 'redirectTo').mockResolvedValue({ errMsg: '' })
  await open({ start: aRoomState({ room: { ...aRoomState().room, status } }) as Show['start'], parts: [] })
  expect(screen.text()).toContain(words)
  await screen.tap('进入直播间')
  expect(redirectTo).toHaveBeenCalledWith({ url: `/packages/live/room/index?id=${roomId}` })
  redirectTo.mockRestore()
})

it('says why it cannot be loaded, and tries again', async () => {
  host.answer('rooms/replay', () => refusal('internal'))
  screen = await show(ReplayScreen, { roomId, fromMs: 0 })
  await screen.settle()
  expect(mockVideo.props).toBeNull()
  host.answer('rooms/replay', () => refusal('room-not-found'))
  await screen.tap('重试')
  await screen.settle()
  expect(screen.text()).toContain('找不到这个直播间')
})
