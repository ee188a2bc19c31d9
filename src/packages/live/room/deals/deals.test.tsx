import { Page } from '@/ui'
import type { ReadyRoom } from '@/features/live'
import type * as FakeHostFile from '../../../../../test/builders/fake-host'
import type { RoomPulse } from '@/domain/room'
import { data, host } from '../../../../../test/builders/fake-host'
import { aPulse, aRoomState, aShelfProduct, productIdOf } from '../../../../../test/builders/room'
import { aDraw, aRoomCoupon, atNow } from '../../../../../test/builders/room-offers'
import { type Screen, show } from '../../../../../test/builders/screen'
import { aProfile, EVENING } from '../../../../../test/builders/wire'
import { RoomDeals, type RoomDealsProps } from './room-deals'
import { RoomNews, type RoomNewsProps } from './room-news'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../../../test/builders/fake-host').host.platform,
)

const readyWith = (pulse: Partial<RoomPulse> = {}): ReadyRoom => ({
  kind: 'ready',
  state: aRoomState({ shelf: [aShelfProduct(1), aShelfProduct(2, { name: '秋月梨' })] }),
  onScreen: aRoomState(),
  pulse: aPulse(pulse),
  ownLikes: 0,
  asks: { all: {}, own: [] },
  play: null,
  chat: { sdkAppId: 1, userId: 'u', userSig: 's', groupId: 'g', expiresAt: 0 },
  aheadMs: 0,
  isShared: false,
})

beforeEach(() => {
  host.reset()
})

describe('what is given away', () => {
  const onDraw = jest.fn()
  let screen: Screen<RoomDealsProps>
  const InPage = (props: RoomDealsProps) => (
    <Page>
      <RoomDeals {...props} />
    </Page>
  )
  const open = async (at = atNow()): Promise<void> => {
    screen = await show(InPage, { ready: readyWith(), at, onDraw })
  }
  beforeEach(() => {
    onDraw.mockClear()
    host.answer('coupons/list-claimable', () => data({ coupons: [], serverTime: EVENING }))
  })
  afterEach(() => {
    screen.close()
  })

  it('takes no room when it is nothing', async () => {
    await open()
    expect(document.querySelector('.row')).toBeNull()
  })

  it('is a draw that counts down, then draws, then was drawn, and the coupons beside it', async () => {
    const draw = aDraw(1)
    await open(atNow({ draw, coupons: [aRoomCoupon(1)] }))
    expect(screen.text()).toContain('抽奖03:00')
    expect(screen.text()).toContain('减 ¥5')
    await screen.tap('抽奖 脐橙一箱')
    expect(onDraw).toHaveBeenCalledTimes(1)
    await screen.setProps({ at: atNow({ draw }, { now: draw.closesAt }) })
    expect(screen.text()).toContain('开奖中')
    const winners = [{ userId: aProfile('weapp').id, name: '小满' }]
    const result = { secret: 's', entrants: 1, entrantsHash: 'e', winners }
    await screen.setProps({ at: atNow({ draw: { ...draw, result } }) })
    expect(screen.text()).toContain('已开奖')
  })
})

describe('the line of news', () => {
  const onBuy = jest.fn()
  const paint = {
    soon: (_key: string, apply: () => void) => apply(),
    now: jest.fn(),
    hold: jest.fn(),
    resume: jest.fn(),
  }
  let screen: Screen<RoomNewsProps>
  const open = async (pulse: Partial<RoomPulse>): Promise<void> => {
    screen = await show(RoomNews, { ready: readyWith(pulse), paint, onBuy })
  }
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'performance'] })
    onBuy.mockClear()
  })
  afterEach(() => {
    screen.close()
    jest.useRealTimers()
  })

  it('says who came, and goes after four seconds', async () => {
    await open({ came: ['小满', '阿岭'] })
    expect(screen.text()).toBe('小满、阿岭 来了')
    host.now += 4_000
    await screen.settle(4_000)
    expect(screen.text()).toBe('')
  })

  it('says what was bought, and leads to it', async () => {
    await open({ bought: { productId: productIdOf(2), buyers: 3 } })
    expect(screen.text()).toContain('3 人刚买了 2 号')
    await screen.tap('3 人刚买了 秋月梨，去看看')
    expect(onBuy.mock.calls).toMatchObject([[{ id: productIdOf(2) }]])
  })

  it('hears each pulse once, and is silent when there is nothing', async () => {
    await open({})
    expect(screen.text()).toBe('')
    await screen.setProps({ ready: readyWith({ came: ['小满'] }) })
    expect(screen.text()).toBe('小满 来了')
  })
})
