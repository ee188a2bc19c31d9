import type * as FakeHostFile from '../../../test/builders/fake-host'
import type { RoomCard } from '@/contracts/rooms'
import { composeId } from '@/domain/ids'
import type { RoomStatus } from '@/domain/room'
import { aRoomState, aShelfProduct, merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { Feed, type FeedProps } from './feed'
import { groupRooms } from './use-feed'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const NOON = new Date(2026, 4, 1, 12).getTime()
const roomIdOf = (key: string) => composeId('room', key.padEnd(20, '0'), merchantId)
const aCard = (key: string, status: RoomStatus, overrides: Partial<RoomCard['room']> = {}): RoomCard => ({
  room: { ...aRoomState().room, id: roomIdOf(key), status, title: key, startsAt: NOON, ...overrides },
  viewers: 12_345,
  hasReplay: status === 'ended',
  likes: 9,
  products: [{ ...aShelfProduct(1), skus: [...aShelfProduct(1).skus] }],
})

const onOpen = jest.fn()
const refresh = jest.fn(() => Promise.resolve())
let screen: Screen<FeedProps>

async function showFeed(state: FeedProps['feed']['state']): Promise<void> {
  screen = await show(Feed, { feed: { state, refresh }, onOpen })
}
const withRooms = (rooms: readonly RoomCard[]) =>
  ({ kind: 'ready', value: groupRooms({ rooms: [...rooms], serverTime: NOON }) }) as const

beforeEach(() => {
  onOpen.mockClear()
  refresh.mockClear()
})
afterEach(() => {
  screen.close()
})

it('shows live rooms with their true viewers and a price, and opens them', async () => {
  await showFeed(withRooms([aCard('pears', 'live')]))
  expect(screen.text()).toContain('1.2万 人在看')
  expect(screen.text()).toContain('¥29.9')
  await screen.tap('直播中 pears 云岭果园 1.2万 人在看')
  expect(onOpen.mock.calls).toEqual([[roomIdOf('pears')]])
})

it('says when upcoming rooms begin, and opens ended ones too', async () => {
  const tomorrow = NOON + 24 * 3_600_000 + 8 * 3_600_000
  await showFeed(withRooms([aCard('soon', 'upcoming', { startsAt: tomorrow }), aCard('done', 'ended')]))
  expect(screen.text()).toContain('明天 20:00 开播')
  expect(screen.text()).not.toContain('直播中')
  await screen.tap('done')
  expect(onOpen.mock.calls).toEqual([[roomIdOf('done')]])
})

it('gives the first of an odd number of live rooms the whole row', async () => {
  await showFeed(withRooms(['one', 'two', 'three'].map((key) => aCard(key, 'live'))))
  const wide = [...document.querySelectorAll('.card')].map((card) => card.classList.contains('wide'))
  expect(wide).toEqual([true, false, false])
})

it.each([
  ['loading', { kind: 'loading' }, null],
  ['empty', { kind: 'empty' }, '现在没有直播'],
  ['failed', { kind: 'failed', code: 'offline' }, '网络断开了'],
] as const)('has a face for a feed that is %s', async (_, state, words) => {
  await showFeed(state)
  if (words === null) expect(document.querySelector('[aria-busy="true"]')).not.toBeNull()
  else expect(screen.text()).toContain(words)
})

it('keeps old rooms when asking again failed, says so and asks on a tap', async () => {
  await showFeed({ ...withRooms([aCard('pears', 'live')]), kind: 'stale', code: 'timeout' })
  expect(screen.text()).toContain('pears')
  expect(screen.text()).toContain('内容可能不是最新')
  await screen.tap('重试')
  expect(refresh).toHaveBeenCalledTimes(1)
})
