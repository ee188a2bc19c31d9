import type * as FakeHostFile from '../../../../test/builders/fake-host'
import Taro from '@tarojs/taro'
import type { ChatHandlers, ChatLine } from '@/services/chat'
import type { LiveVideoProps } from '@/platform/ports/player'
import type { RoomParams } from '@/features/live'
import type { RoomState } from '@/domain/room'
import { data, host, lost, refusal } from '../../../../test/builders/fake-host'
import { aQuote } from '../../../../test/builders/quote'
import {
  aPulse,
  aRoomState,
  aShelfProduct,
  productIdOf,
  roomId,
  skuIdOf,
} from '../../../../test/builders/room'
import { type Screen, show } from '../../../../test/builders/screen'
import { EVENING } from '../../../../test/builders/wire'
import { RoomScreen } from './room-screen'

const mockVideo: { props: LiveVideoProps | null } = { props: null }
const mockChat: { handlers: ChatHandlers | null; said: string[] } = { handlers: null, said: [] }

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
jest.mock('@/services/chat', () => ({
  openChat: (_: unknown, handlers: ChatHandlers) => {
    mockChat.handlers = handlers
    const send = (text: string) => {
      mockChat.said.push(text)
      return Promise.resolve({ ok: true, value: { ...mockLine(text), isOwn: true } })
    }
    return Promise.resolve({ send, close: () => Promise.resolve() })
  },
}))

const mockLine = (text: string): ChatLine => ({
  id: text,
  userId: 'u_wang',
  nickname: '王大力',
  avatarUrl: '',
  text,
  at: 0,
  isOwn: false,
  isBuyer: false,
  isOld: false,
})
const enter = (state: RoomState) => () =>
  data({
    state,
    pulse: aPulse({ viewers: 7, likes: 20 }),
    asked: [],
    chat: { sdkAppId: 1, userId: 'u', userSig: 's', groupId: roomId, expiresAt: host.now + 1 },
    play: { qualities: [{ id: 'origin', flv: '/a.flv', hls: '/a.m3u8' }], expiresAt: host.now + 1 },
    serverTime: host.now,
    isShared: false,
  })

let screen: Screen<RoomParams>
async function open(state: Partial<RoomState> = {}): Promise<void> {
  host.answer('rooms/enter', enter(aRoomState(state)))
  screen = await show(RoomScreen, { roomId })
  await screen.settle(500)
}

beforeEach(() => {
  // the mount waits for a frame
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'performance'] })
  host.reset()
  mockChat.handlers = null
  mockChat.said.length = 0
  mockVideo.props = null
  host.answer('shops/get', () => refusal('internal'))
  host.answer('rooms/list-reservations', () => data({ rooms: [], template: null }))
  host.answer('rooms/get-reservation', () => data({ reserved: 0, isReserved: false, template: null }))
  host.answer('rooms/share', () =>
    data({ sharerToken: 't', link: 'https://x/r/1', title: '脐橙开园', pictureUrl: '/media/cover.jpg' }),
  )
  host.answer('rooms/events', () => data({ events: [], newest: 0 }))
  host.answer('rooms/list-clips', () => data({ clips: [] }))
  host.answer('chat/list-answers', () => data({ answers: [] }))
  host.answer('rooms/summary', () =>
    data({
      durationMs: 5_400_000,
      watched: 321,
      likes: 20,
      hasReplay: true,
      next: null,
      serverTime: host.now,
    }),
  )
  host.answer('rooms/pulse', ({ input }) => {
    const likes = typeof input === 'object' && input !== null && 'likes' in input ? Number(input.likes) : 0
    return data({ pulse: aPulse({ viewers: 8, likes: 20 + likes }), newest: 0, serverTime: host.now })
  })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('enters with one call, plays, and shows shop, viewers and shelf', async () => {
  await open()
  expect(host.asked('rooms/enter')).toHaveLength(1)
  expect(mockVideo.props?.sources.flv).toBe('/a.flv')
  expect(screen.text()).toContain('云岭果园')
  expect(screen.text()).toContain('7 人在看')
  await screen.tap('货架，2 件商品')
  expect(screen.text()).toContain('全部商品 2')
})

it('shows the card of what is explained and opens its checkout', async () => {
  host.answer('session/list-addresses', () => data({ addresses: [] }))
  host.answer('orders/quote', () =>
    data({ quote: aQuote(), claimId: null, coupons: [], serverTime: EVENING }),
  )
  await open({ explaining: [productIdOf(2)] })
  expect(screen.text()).toContain('讲解中')
  await screen.tap('购买 赣南脐橙')
  await screen.settle(500)
  expect(document.querySelector('[role="dialog"]')).not.toBeNull()
  expect(mockVideo.props).not.toBeNull()
})

it('turns the card when a notice says so, and sells out for everybody', async () => {
  await open()
  const notice = { v: 1, kind: 'event', roomId } as const
  mockChat.handlers?.onNotice({
    ...notice,
    event: { type: 'explain-started', productId: productIdOf(1), seq: 1, at: host.now },
  })
  mockChat.handlers?.onNotice({
    ...notice,
    event: {
      type: 'stock-changed',
      productId: productIdOf(1),
      skuId: skuIdOf(1),
      available: 0,
      seq: 2,
      at: host.now,
    },
  })
  await screen.settle(500)
  expect(screen.text()).toContain('已抢光')
})

it('shows what others say, and an own line at once', async () => {
  await open()
  mockChat.handlers?.onState('ready')
  mockChat.handlers?.onLines([mockLine('甜不甜？')])
  await screen.settle(500)
  expect(screen.text()).toContain('甜不甜？')
  await screen.type('说点什么…', '来两箱')
  await screen.settle(0)
  await screen.tap('发送')
  expect(mockChat.said).toEqual(['来两箱'])
  expect(screen.text()).toContain('来两箱')
})

it('counts likes at once and sends them summed', async () => {
  await open()
  await screen.tap('点赞', 3)
  await screen.settle(300)
  expect(screen.text()).toContain('23')
  await screen.settle(2_000)
  expect(host.asked('rooms/pulse').map(({ input }) => input)).toEqual([{ roomId, likes: 3 }])
})

describe('asking to have a product explained', () => {
  const ASK = '求讲解 高山蓝莓'
  const blueberries = aShelfProduct(2, { name: '高山蓝莓' })
  const openShelf = async (state: Partial<RoomState> = {}): Promise<void> => {
    await open({ shelf: [aShelfProduct(1), blueberries], ...state })
    await screen.tap('货架，2 件商品')
  }

  it('asks once for two taps, and counts what the server counted', async () => {
    host.answer('shelf/ask-to-explain', () => data({ asks: 4 }))
    await openShelf()
    await screen.tap(ASK, 2)
    await screen.settle(500)
    expect(host.asked('shelf/ask-to-explain').map(({ input }) => input)).toEqual([
      { roomId, productId: productIdOf(2) },
    ])
    expect(screen.isOff('已求讲解 高山蓝莓')).toBe(true)
    expect(screen.text()).toContain('4 人想看')
  })

  it('shows the tap before the server has answered', async () => {
    host.answer('shelf/ask-to-explain', () => new Promise(() => undefined))
    await openShelf()
    await screen.tap(ASK)
    expect(screen.isOff('已求讲解 高山蓝莓')).toBe(true)
    expect(screen.text()).toContain('1 人想看')
  })

  it('takes it back and says why when it was refused', async () => {
    host.answer('shelf/ask-to-explain', () => refusal('product-off-shelf'))
    await openShelf()
    await screen.tap(ASK)
    await screen.settle(500)
    expect(screen.text()).toContain('商品已下架')
    expect(screen.isOff(ASK)).toBe(false)
  })

  it('is over for everybody when the host explains it', async () => {
    host.answer('shelf/ask-to-explain', () => data({ asks: 1 }))
    await openShelf()
    await screen.tap(ASK)
    const event = { type: 'explain-started', productId: productIdOf(2), seq: 1, at: host.now } as const
    mockChat.handlers?.onNotice({ v: 1, kind: 'event', roomId, event })
    await screen.settle(500)
    expect(screen.text()).not.toContain('已求讲解')
    expect(screen.text()).not.toContain('人想看')
  })

  it.each(['upcoming', 'ended'] as const)('is not offered in a room that is %s', async (status) => {
    await open({ room: { ...aRoomState().room, status } })
    await screen.tap(status === 'ended' ? '看看货架' : '货架，2 件商品')
    expect(screen.text()).toContain('全部商品 2')
    expect(screen.text()).not.toContain('求讲解')
  })
})

it.each([
  ['upcoming', { status: 'upcoming' }, '距离开播'],
  ['away', { picture: 'away' }, '主播离开一下'],
  ['ended', { status: 'ended' }, '直播已结束'],
] as const)('has a face for a room that is %s', async (_, room, words) => {
  await open({ room: { ...aRoomState().room, startsAt: host.now + 60_000, ...room } })
  expect(screen.text()).toContain(words)
})

it('leads out of a room that is nowhere', async () => {
  const switchTab = jest.spyOn(Taro, 'switchTab').mockResolvedValue({ errMsg: '' })
  host.answer('rooms/enter', () => refusal('room-not-found'))
  screen = await show(RoomScreen, { roomId })
  await screen.settle(500)
  expect(screen.text()).toContain('找不到这个直播间')
  await screen.tap('看看其他直播')
  expect(switchTab).toHaveBeenCalledWith({ url: '/pages/feed/index' })
  switchTab.mockRestore()
})

it('says that the network is gone, and enters when it is back', async () => {
  host.answer('rooms/enter', () => lost('offline'))
  screen = await show(RoomScreen, { roomId })
  await screen.settle(3_000)
  expect(screen.text()).toContain('网络断开了')
  host.answer('rooms/enter', enter(aRoomState({ shelf: [aShelfProduct(1)] })))
  host.setOnline(true)
  await screen.settle(500)
  expect(screen.text()).toContain('云岭果园')
})

it('says farewell when the page goes', async () => {
  await open()
  screen.close()
  expect(host.asked('rooms/leave')).toHaveLength(1)
  screen = await show(RoomScreen, { roomId })
})

it('tells of a show that is over how long it was and who watched, and leads to its replay', async () => {
  const navigateTo = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
  await open({ room: { ...aRoomState().room, status: 'ended' } })
  await screen.tap('看回放')
  expect(navigateTo).toHaveBeenCalledWith({ url: `/packages/live/replay/index?id=${roomId}` })
  expect(screen.text()).toContain('直播时长 1 小时 30 分钟')
  expect(screen.text()).toContain('321 人看过')
  navigateTo.mockRestore()
})
