import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { aRoomState, merchantId, roomId } from '../../../test/builders/room'
import { composeId } from '@/domain/ids'
import { type Screen, show } from '../../../test/builders/screen'
import { Page } from '@/ui'
import { FollowedList } from './followed-list'
import { useFollows } from './follows'
import { RoomFollow, type RoomFollowProps } from './room-follow'
import { ShopSheet, type ShopSheetProps } from './shop-sheet'
import { useFollowed } from './use-followed'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const NAME = '云岭果园'
const nextId = composeId('room', 'next'.padEnd(20, '0'), merchantId)
const shop = { id: merchantId, name: NAME, logoUrl: '/logo.jpg', fans: 12_000, contact: '' }
const { room } = aRoomState()
const cardOf = (one: object) => ({
  room: { ...room, ...one },
  viewers: 3,
  likes: 0,
  products: [],
  hasReplay: false,
})
const next = { id: nextId, title: '冰糖心苹果', status: 'upcoming', startsAt: host.now + 3_600_000 }
const answer = (change: object = {}) =>
  data({ shop, isFollowing: false, live: null, next: [], serverTime: host.now, ...change })

const screens: Pick<Screen<object>, 'close'>[] = []
const keep = <P extends object>(screen: Screen<P>): Screen<P> => {
  screens.push(screen)
  return screen
}
const OnPage = (props: RoomFollowProps) => (
  <Page>
    <RoomFollow {...props} />
  </Page>
)
const SheetOnPage = (props: ShopSheetProps) => (
  <Page>
    <ShopSheet {...props} />
  </Page>
)
beforeEach(() => {
  host.reset()
  useFollows.setState({ known: {}, underWay: [] })
  host.answer('shops/get', () => answer())
})
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})

describe('the offer in the room’s top bar', () => {
  const open = async () => {
    const screen = keep(await show<RoomFollowProps>(OnPage, { merchantId, name: NAME }))
    await screen.settle()
    return screen
  }

  it('follows once for two taps, says so, and goes', async () => {
    host.answer('shops/follow', () => data({ fans: 12_001 }))
    const screen = await open()
    await screen.tap(`关注 ${NAME}`, 2)
    await screen.settle()
    expect(host.asked('shops/follow')).toHaveLength(1)
    expect(screen.text()).toContain('已关注，开播时')
    expect(document.querySelector(`[aria-label="关注 ${NAME}"]`)).toBeNull()
  })

  it('is not there for whoever follows already, nor before that is known', async () => {
    host.answer('shops/get', () => lost('unreadable'))
    await open()
    expect(document.querySelector('[role="button"]')).toBeNull()
    host.answer('shops/get', () => answer({ isFollowing: true }))
    await open()
    expect(document.querySelector('[role="button"]')).toBeNull()
  })

  it('is back with the reason when the server refuses', async () => {
    host.answer('shops/follow', () => refusal('internal'))
    const screen = await open()
    await screen.tap(`关注 ${NAME}`)
    await screen.settle()
    expect(screen.text()).toContain('服务出了点问题')
    expect(screen.isOff(`关注 ${NAME}`)).toBe(false)
  })
})

describe('the shop’s sheet', () => {
  const onOpenRoom = jest.fn()
  const open = async (change: Partial<ShopSheetProps> = {}) => {
    const props = {
      merchantId,
      here: roomId,
      onOpenRoom,
      actionOf: () => '可预约',
      onClose: jest.fn(),
      ...change,
    }
    const screen = keep(await show<ShopSheetProps>(SheetOnPage, props))
    await screen.settle()
    return screen
  }
  beforeEach(() => onOpenRoom.mockClear())

  it('shows name, fans, and what comes, with what can be done about it', async () => {
    host.answer('shops/get', () => answer({ next: [cardOf(next), cardOf({ status: 'upcoming' })] }))
    const screen = await open()
    expect(screen.text()).toContain('1.2万 粉丝')
    expect(screen.text()).toContain('冰糖心苹果')
    expect(screen.text()).toContain('可预约')
    // the room behind the sheet is not offered again
    expect(screen.text()).not.toContain(room.title)
    await screen.tap('冰糖心苹果')
    expect(onOpenRoom).toHaveBeenCalledWith(nextId)
  })

  it('leads to the show that is on, and knows the one that is open', async () => {
    host.answer('shops/get', () => answer({ live: cardOf({ id: nextId, title: '正在播的' }) }))
    const screen = await open()
    await screen.tap('正在播的')
    expect(onOpenRoom).toHaveBeenCalledWith(nextId)
    host.answer('shops/get', () => answer({ live: cardOf({}) }))
    expect((await open()).text()).toContain('你正在看这场直播')
  })

  it('counts the person as soon as they follow, and no more when they stop', async () => {
    host.answer('shops/get', () => answer({ shop: { ...shop, fans: 5 } }))
    host.answer('shops/follow', () => data({ fans: 6 }))
    host.answer('shops/unfollow', () => data({ fans: 5 }))
    const screen = await open()
    await screen.tap(`关注 ${NAME}`)
    await screen.settle()
    expect(screen.text()).toContain('6 粉丝')
    await screen.tap(`取消关注 ${NAME}`)
    await screen.settle()
    expect(screen.text()).toContain('5 粉丝')
  })

  it('says how the shop is reached, or that it has not said', async () => {
    expect((await open()).text()).toContain('还没有留下联系方式')
    host.answer('shops/get', () => answer({ shop: { ...shop, contact: '400-820-0000' } }))
    const screen = await open()
    expect(screen.text()).toContain('400-820-0000')
    await screen.tap('复制')
    await screen.settle()
    expect(screen.text()).toContain('已复制')
  })

  it('has a face for waiting and for failing', async () => {
    host.answer('shops/get', () => new Promise(() => undefined))
    await open()
    expect(document.querySelector('[aria-busy="true"]')).not.toBeNull()
    host.answer('shops/get', () => refusal('shop-not-found'))
    expect((await open()).text()).toContain('找不到这家店')
  })
})

describe('whom one follows', () => {
  const links = { onOpenRoom: jest.fn(), onFeed: jest.fn(), actionOf: () => '可预约' }
  function List(props: typeof links) {
    return <FollowedList followed={useFollowed()} {...props} />
  }
  const open = async () => {
    const screen = keep(await show(List, links))
    await screen.settle()
    return screen
  }
  const listed = (shops: readonly object[]) => data({ shops, serverTime: host.now })

  it('shows who is live, what comes, and who is quiet', async () => {
    host.answer('shops/list-followed', () =>
      listed([
        { shop, live: { ...room }, next: null },
        {
          shop: { ...shop, id: composeId('merchant', 'b'.repeat(8)) },
          live: null,
          next: { ...room, ...next },
        },
        { shop: { ...shop, id: composeId('merchant', 'c'.repeat(8)) }, live: null, next: null },
      ]),
    )
    const screen = await open()
    expect(screen.text()).toContain('正在直播')
    expect(screen.text()).toContain('下一场')
    expect(screen.text()).toContain('可预约')
    expect(screen.text()).toContain('暂时没有直播')
    await screen.tap(`进入 ${NAME} 的直播间`)
    expect(links.onOpenRoom).toHaveBeenCalledWith(roomId)
    await screen.tap('冰糖心苹果')
    expect(links.onOpenRoom).toHaveBeenCalledWith(nextId)
  })

  it('has a face for nobody and for failing, and asks again', async () => {
    host.answer('shops/list-followed', () => listed([]))
    const screen = await open()
    await screen.tap('去看直播')
    expect(links.onFeed).toHaveBeenCalled()
    host.answer('shops/list-followed', () => lost('unreadable'))
    const failed = await open()
    host.answer('shops/list-followed', () => listed([{ shop, live: null, next: null }]))
    await failed.tap('重试')
    await failed.settle()
    expect(failed.text()).toContain(NAME)
  })
})
