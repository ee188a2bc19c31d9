import { createHash } from 'node:crypto'
import { useEffect } from 'react'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { recompute } from '@/domain/draw'
import { composeId, type UserId } from '@/domain/ids'
import type { RoomDraw } from '@/domain/room-offers'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { aDraw } from '../../../test/builders/room-offers'
import { type Screen, show } from '../../../test/builders/screen'
import { addressIdOf, EVENING } from '../../../test/builders/wire'
import { DrawSheet, type DrawSheetProps } from './draw-sheet'
import type { PrizeAddressProps } from './prize-part'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const person = (n: number): UserId => composeId('user', `viewer${n}`.padEnd(20, 'x'))
const people = [1, 2, 3, 4].map(person)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const secret = 'kept until the end'
/** Drawn by the rules, unless the test breaks them. */
function drawn(change: Partial<NonNullable<RoomDraw['result']>> = {}): RoomDraw {
  const { commitment, entrantsHash, winners } = recompute({ secret, entrants: people, winners: 2 }, sha256)
  const told = winners.map((userId) => ({ userId, name: `看客 ${userId.charAt(8)}` }))
  return aDraw(1, {
    commitment,
    result: { secret, entrants: 4, entrantsHash, winners: told, ...change },
  })
}
const winnersOf = (draw: RoomDraw) => draw.result?.winners.map(({ userId }) => userId) ?? []
const viewer = { userId: person(1), isGuest: false, isStaff: false }

/** Somebody whose address is known at once. */
function KnownAddress({ value, onPick, error }: PrizeAddressProps) {
  useEffect(() => {
    if (value === null) onPick(addressIdOf(1))
  }, [value, onPick])
  return <>{error ?? '文三路 1 号'}</>
}

let screen: Screen<DrawSheetProps>
const say = jest.fn<Promise<string | null>, [string]>()
const open = async (props: Partial<DrawSheetProps> = {}): Promise<void> => {
  screen = await show(DrawSheet, {
    draw: aDraw(1),
    now: EVENING,
    viewer,
    AddressField: KnownAddress,
    say,
    onClose: jest.fn(),
    ...props,
  })
}
const standing = { hasEntered: false, entrants: 3, hasSaidPhrase: false, hasWon: false, deliverTo: null }
const stands = (hasEntered: boolean, entrants: number, change: object = {}): void => {
  host.answer('draws/standing', () => data({ ...standing, hasEntered, entrants, ...change }))
}

const taken = () => data({ ...standing, hasEntered: true, entrants: 4 })
const withPhrase = aDraw(1, { phrase: '脐橙真甜' })
beforeEach(() => {
  host.reset()
  say.mockReset().mockResolvedValue(null)
  stands(false, 3)
  host.answer('draws/enter', taken)
  host.answer('draws/entrants', () => data({ entrants: [...people].sort(), next: null }))
})
afterEach(() => {
  screen.close()
})

describe('an open draw', () => {
  it('says what can be won, by how many, and until when, and takes one tap', async () => {
    await open()
    expect(screen.text()).toContain('脐橙一箱')
    expect(screen.text()).toContain('抽 2 人')
    expect(screen.text()).toContain('3 人参与')
    expect(screen.text()).toContain('03:00')
    await screen.tap('参与抽奖', 2)
    expect(host.asked('draws/enter')).toHaveLength(1)
    expect(screen.isOff('已参与，等开奖')).toBe(true)
    expect(screen.text()).toContain('4 人参与')
  })

  it('knows who takes part already', async () => {
    stands(true, 5)
    await open()
    expect(screen.isOff('已参与，等开奖')).toBe(true)
  })

  it('says why a tap did not count, and takes another', async () => {
    host.answer('draws/enter', () => refusal('draw-over'))
    await open()
    await screen.tap('参与抽奖')
    expect(screen.text()).toContain('这次抽奖结束了')
    host.answer('draws/enter', taken)
    await screen.tap('参与抽奖')
    expect(screen.isOff('已参与，等开奖')).toBe(true)
  })

  it('says its phrase for who takes part, once', async () => {
    await open({ draw: withPhrase })
    expect(screen.text()).toContain('口令脐橙真甜')
    await screen.tap('发送口令参与抽奖', 2)
    expect(say.mock.calls).toEqual([['脐橙真甜']])
    expect(host.asked('draws/enter')).toHaveLength(1)
    expect(screen.isOff('已参与，等开奖')).toBe(true)
  })

  it('does not say again what they have said by themselves', async () => {
    await open({ draw: withPhrase })
    stands(false, 3, { hasSaidPhrase: true })
    await screen.tap('发送口令参与抽奖')
    expect(say).not.toHaveBeenCalled()
    expect(screen.isOff('已参与，等开奖')).toBe(true)
  })

  it('tells why its phrase could not be said, or was not heard', async () => {
    await open({ draw: withPhrase })
    host.answer('draws/enter', () => refusal('draw-phrase-unsaid'))
    say.mockResolvedValueOnce('你已被禁言，先看看商品吧')
    await screen.tap('发送口令参与抽奖')
    expect(screen.text()).toContain('你已被禁言')
    expect(host.asked('draws/enter')).toEqual([])
    await screen.tap('发送口令参与抽奖')
    expect(screen.text()).not.toContain('你已被禁言')
    expect(screen.text()).toContain('还没有说口令')
    host.answer('draws/standing', () => lost())
    await screen.tap('发送口令参与抽奖')
    expect(host.asked('draws/enter')).toHaveLength(1)
    expect(screen.text()).toContain('收到的内容看不懂')
  })

  it('takes nobody when its time is over', async () => {
    await open({ now: EVENING + 180_000 })
    expect(screen.isOff('正在开奖')).toBe(true)
  })

  it.each([
    ['a guest', { isGuest: true, isStaff: false }, '请到微信或支付宝里参与'],
    ['who works for the shop', { isGuest: false, isStaff: true }, '店里的人不能参与'],
  ])('has no button for %s', async (_who, kind, words) => {
    await open({ viewer: { ...viewer, ...kind } })
    expect(screen.text()).toContain(words)
    expect(screen.text()).not.toContain('参与抽奖开始')
    expect(() => screen.isOff('参与抽奖')).toThrow('Nothing to tap')
  })

  it('is gone when it is cancelled while it is looked at', async () => {
    await open()
    await screen.setProps({ draw: null })
    expect(screen.text()).toContain('主播取消了这次抽奖')
  })

  it('shows the fingerprint of its secret, and not yet the secret', async () => {
    await open()
    expect(screen.text()).toContain('c0ffee')
    expect(screen.text()).toContain('开奖后公布')
  })
})

describe('the result', () => {
  it('names who won, and tells each what came of it', async () => {
    const draw = drawn()
    const [winner] = winnersOf(draw)
    const loser = people.find((id) => !winnersOf(draw).includes(id)) ?? person(1)
    stands(true, 4)
    await open({ draw, viewer: { ...viewer, userId: winner ?? null } })
    expect(screen.text()).toContain('你中奖了')
    expect(screen.text()).toContain('（你）')
    await screen.setProps({ viewer: { ...viewer, userId: loser } })
    expect(screen.text()).toContain('这次没有抽中')
    screen.close()
    stands(false, 4)
    await open({ draw, viewer: { ...viewer, userId: person(9) } })
    expect(screen.text()).toContain('这次没有参与')
  })

  it('asks a winner where the prize goes to, tells it the shop, and takes another address', async () => {
    const home = { name: '林小满', phone: '13800138000', region: '浙江省 杭州市', detail: '文三路 1 号' }
    host.answer('draws/claim-prize', () => data({ deliverTo: home }))
    const draw = drawn()
    stands(true, 4)
    await open({ draw, viewer: { ...viewer, userId: winnersOf(draw)[0] ?? null } })
    await screen.tap('就寄到这里', 2)
    expect(host.asked('draws/claim-prize').map(({ input }) => input)).toEqual([
      { drawId: draw.id, addressId: addressIdOf(1) },
    ])
    expect(screen.text()).toContain('林小满 13800138000')
    await screen.tap('换个地址')
    host.answer('draws/claim-prize', () => refusal('address-not-found'))
    await screen.tap('就寄到这里')
    expect(screen.text()).toContain('收货地址不见了')
  })

  it('counts who won in the other app', async () => {
    host.answer('draws/standing', () => data({ ...standing, hasEntered: true, entrants: 4, hasWon: true }))
    await open({ draw: drawn(), viewer: { ...viewer, userId: person(9) } })
    expect(screen.text()).toContain('你中奖了')
  })

  it('says that nobody took part', async () => {
    await open({ draw: drawn({ entrants: 0, winners: [] }) })
    expect(screen.text()).toContain('没有人参与')
  })

  it('is computed again on this phone, from the list of who took part', async () => {
    await open({ draw: drawn() })
    await screen.tap('重新算一遍')
    expect(screen.text()).toContain('密码和指纹一致')
    expect(screen.text()).toContain('中奖的人算得出来')
    expect(screen.text()).toContain('你在参与名单里')
    expect(screen.text()).not.toContain('对不上')
  })

  it('does not match when somebody chose the winners, the secret, or the entrants', async () => {
    const draw = drawn()
    const losers = people.filter((id) => !winnersOf(draw).includes(id))
    await open({
      draw: drawn({ winners: losers.map((userId) => ({ userId, name: '亲戚' })), secret: '另一串' }),
    })
    host.answer('draws/entrants', () => data({ entrants: [...people, person(5)].sort(), next: null }))
    await screen.tap('重新算一遍')
    expect(screen.text()).toContain('密码和指纹一致：对不上')
    expect(screen.text()).toContain('参与名单没有改过：对不上')
    expect(screen.text()).toContain('中奖的人算得出来：对不上')
  })

  it('reads a long list page by page', async () => {
    const sorted = [...people].sort()
    host.answer('draws/entrants', ({ input }) =>
      data(
        typeof input === 'object' && input !== null && 'after' in input
          ? { entrants: sorted.slice(2), next: null }
          : { entrants: sorted.slice(0, 2), next: sorted[1] },
      ),
    )
    await open({ draw: drawn() })
    await screen.tap('重新算一遍')
    expect(host.asked('draws/entrants')).toHaveLength(2)
    expect(screen.text()).not.toContain('对不上')
  })

  it('can be checked again when the list did not arrive', async () => {
    host.answer('draws/entrants', () => lost('unreadable'))
    await open({ draw: drawn() })
    await screen.tap('重新算一遍')
    expect(screen.text()).toContain('没能取到参与名单')
    host.answer('draws/entrants', () => data({ entrants: [...people].sort(), next: null }))
    await screen.tap('重新算一遍')
    expect(screen.text()).toContain('密码和指纹一致')
  })
})
