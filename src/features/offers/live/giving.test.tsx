import { Page } from '@/ui'
import { composeId } from '@/domain/ids'
import type * as FakeHostFile from '../../../../test/builders/fake-host'
import { data, host, refusal } from '../../../../test/builders/fake-host'
import { aShopCoupon, couponIdOf } from '../../../../test/builders/offers'
import { roomId } from '../../../../test/builders/room'
import { aDraw, aRoomCoupon } from '../../../../test/builders/room-offers'
import { type Screen, show } from '../../../../test/builders/screen'
import { aProfile, EVENING } from '../../../../test/builders/wire'
import { DrawDesk, type DrawDeskProps } from './draw-desk'
import { HandOutSheet, type HandOutSheetProps } from './hand-out-sheet'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../../test/builders/fake-host').host.platform,
)

const onChanged = jest.fn()
const common = { roomId, aheadMs: 0, onChanged, onClose: () => undefined }
beforeEach(() => {
  host.reset()
  onChanged.mockClear()
})

describe('handing coupons out', () => {
  const InPage = (props: HandOutSheetProps) => (
    <Page>
      <HandOutSheet {...props} />
    </Page>
  )
  let screen: Screen<HandOutSheetProps>
  const open = async (): Promise<void> => {
    screen = await show(InPage, { ...common, handedOut: [] })
  }
  const list = (...coupons: readonly ReturnType<typeof aShopCoupon>[]): void => {
    host.answer('coupons/list-shop', () => data({ coupons, serverTime: EVENING }))
  }
  const sent = () => host.asked('coupons/hand-out').map(({ input }) => input)
  beforeEach(() => {
    list(aShopCoupon(1))
    host.answer('coupons/hand-out', () => data({ coupon: aRoomCoupon(1) }))
    host.answer('coupons/take-back', () => data({}))
  })
  afterEach(() => {
    screen.close()
  })

  it('takes one tap, for five minutes unless another time is chosen', async () => {
    await open()
    await screen.tap('发 新客减 5 元', 2)
    expect(sent()).toEqual([{ roomId, couponId: couponIdOf(1), minutes: 5 }])
    expect(onChanged).toHaveBeenCalledTimes(1)
    await screen.tap('直到收回')
    await screen.tap('发 新客减 5 元')
    expect(sent()[1]).toEqual({ roomId, couponId: couponIdOf(1), minutes: null })
  })

  it('shows what is in the room, for how long still, and takes it back', async () => {
    await open()
    await screen.setProps({ handedOut: [aRoomCoupon(1, { until: EVENING + 61_000 })] })
    expect(screen.text()).toContain('发放中 01:01')
    await screen.setProps({ handedOut: [aRoomCoupon(1)] })
    await screen.tap('收回 新客减 5 元')
    expect(host.asked('coupons/take-back')[0]?.input).toEqual({ roomId, couponId: couponIdOf(1) })
    expect(onChanged).toHaveBeenCalledTimes(1)
  })

  it('says why it was not handed out', async () => {
    host.answer('coupons/hand-out', () => refusal('coupons-too-many'))
    await open()
    await screen.tap('发 新客减 5 元')
    expect(screen.text()).toContain('直播间里的券太多了')
    expect(onChanged).not.toHaveBeenCalled()
  })

  it('offers nothing that nobody could claim', async () => {
    list(aShopCoupon(1, { endedAt: EVENING }), aShopCoupon(2, { coupon: { title: '满减' } }))
    await open()
    expect(screen.text()).toContain('满减')
    expect(screen.text()).not.toContain('新客减 5 元')
  })

  it('says where coupons are made when there is none', async () => {
    list()
    await open()
    expect(screen.text()).toContain('先在“优惠与库存”里新建一张')
  })
})

describe('the draw desk', () => {
  const InPage = (props: DrawDeskProps) => (
    <Page>
      <DrawDesk {...props} />
    </Page>
  )
  let screen: Screen<DrawDeskProps>
  const list = (...draws: readonly object[]): void => {
    host.answer('draws/list', () => data({ draws }))
  }
  const open = async (): Promise<void> => {
    screen = await show(InPage, common)
  }
  beforeEach(() => {
    list()
    host.answer('draws/open', () => data({ draw: aDraw(1) }))
    host.answer('draws/cancel', () => data({}))
  })
  afterEach(() => {
    screen.close()
  })

  it('opens a draw once, with prize, winners and minutes', async () => {
    await open()
    expect(screen.isOff('开始抽奖')).toBe(true)
    await screen.type('奖品', ' 脐橙一箱 ')
    await screen.type('抽几个人', '2')
    await screen.tap('10 分钟')
    list({ draw: aDraw(1), status: 'open', entrants: 0, prizes: [] })
    await screen.tap('开始抽奖', 2)
    expect(host.asked('draws/open').map(({ input }) => input)).toEqual([
      { roomId, prize: '脐橙一箱', winners: 2, minutes: 10 },
    ])
    expect(onChanged).toHaveBeenCalledTimes(1)
    expect(screen.text()).toContain('03:00 后开奖')
    expect(() => screen.isOff('开始抽奖')).toThrow('Nothing to tap')
  })

  it('opens a draw with a phrase, and shows which', async () => {
    await open()
    await screen.type('奖品', '脐橙一箱')
    await screen.type('口令（选填）', ' 脐橙真甜 ')
    list({ draw: aDraw(1, { phrase: '脐橙真甜' }), status: 'open', entrants: 0, prizes: [] })
    await screen.tap('开始抽奖')
    expect(host.asked('draws/open')[0]?.input).toMatchObject({ phrase: '脐橙真甜' })
    expect(screen.text()).toContain('口令：脐橙真甜')
  })

  it('opens none for nobody, and says why one was not opened', async () => {
    await open()
    await screen.type('奖品', '脐橙一箱')
    await screen.type('抽几个人', '0')
    await screen.tap('开始抽奖')
    expect(screen.text()).toContain('要在 1 到 50 之间')
    expect(host.asked('draws/open')).toEqual([])
    await screen.type('抽几个人', '1')
    host.answer('draws/open', () => refusal('room-not-live'))
    await screen.tap('开始抽奖')
    expect(screen.text()).toContain('还没有开播')
  })

  it('cancels the one that is open', async () => {
    list({ draw: aDraw(1), status: 'open', entrants: 7, prizes: [] })
    await open()
    expect(screen.text()).toContain('7 人参与')
    list({ draw: aDraw(1), status: 'cancelled', entrants: 7, prizes: [] })
    await screen.tap('取消抽奖 脐橙一箱', 2)
    expect(host.asked('draws/cancel').map(({ input }) => input)).toEqual([{ drawId: aDraw(1).id }])
    expect(screen.text()).toContain('已取消')
  })

  it('tells who won, and where each wants the prize', async () => {
    const winner = { userId: aProfile('weapp').id, name: '小满' }
    const other = { userId: composeId('user', 'w'.repeat(20)), name: '阿岭' }
    const result = { secret: 's', entrants: 2, entrantsHash: 'e', winners: [winner, other] }
    const deliverTo = { name: '林小满', phone: '13800138000', region: '浙江省', detail: '文三路 1 号' }
    const prizes = [
      { ...winner, deliverTo },
      { ...other, deliverTo: null },
    ]
    list(
      { draw: aDraw(1, { result }), status: 'drawn', entrants: 2, prizes },
      { draw: aDraw(2, { result: { ...result, winners: [] } }), status: 'drawn', entrants: 0, prizes: [] },
    )
    await open()
    expect(screen.text()).toContain('中奖：小满林小满 13800138000')
    expect(screen.text()).toContain('中奖：阿岭还没有填收货地址')
    expect(screen.text()).toContain('没有人参与')
  })
})
