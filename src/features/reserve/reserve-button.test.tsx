import type * as FakeHostFile from '../../../test/builders/fake-host'
import type { PromptOutcome } from '@/platform/ports/subscribe-prompt'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { Page } from '@/ui'
import { useReservations } from './reservations'
import { ReserveButton, type ReserveButtonProps } from './reserve-button'
import { useReservationsOf, useStanding } from './use-standing'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

interface StandProps extends ReserveButtonProps {
  readonly isWaiting?: boolean
}
function Stand({ isWaiting = true, ...props }: StandProps) {
  useReservationsOf(isWaiting)
  const waiting = useStanding(props.room.id)
  return (
    <Page>
      <ReserveButton {...props} />
      {waiting === null ? '未知' : `共 ${waiting}`}
    </Page>
  )
}

const room = { id: roomId, title: '脐橙开园' }
const RESERVE = '预约 脐橙开园'
const CANCEL = '取消预约 脐橙开园'
let screen: Screen<StandProps>
const open = async (template: string | null = 'start-template'): Promise<void> => {
  host.answer('rooms/list-reservations', () => data({ rooms: [], template }))
  host.answer('rooms/get-reservation', () => data({ reserved: 3, isReserved: false, template }))
  screen = await show(Stand, { room })
  await screen.settle()
}
const sent = () => host.asked('rooms/reserve').map(({ input }) => input)

beforeEach(() => {
  host.reset()
  useReservations.setState({ rooms: null, template: null, counts: {}, underWay: [] })
  host.answer('rooms/reserve', () => data({ reserved: 4, permissions: 1 }))
  host.answer('rooms/cancel-reservation', () => data({ reserved: 3 }))
})
afterEach(() => {
  screen.close()
})

it('asks the host once for two taps, reserves, and counts what the server counted', async () => {
  await open()
  expect(screen.text()).toContain('共 3')
  await screen.tap(RESERVE, 2)
  await screen.settle()
  expect(host.prompted).toEqual(['start-template'])
  expect(sent()).toEqual([{ roomId, isGranted: true }])
  expect(screen.text()).toContain('已预约')
  expect(screen.text()).toContain('共 4')
  expect(screen.text()).toContain('预约成功，开播会通知你')
})

it.each([
  ['rejected', '没有允许通知'],
  ['blocked', '通知被关闭了'],
  ['unsupported', '开播时请回来看看'],
  ['failed', '没能问到通知'],
] as const)(
  'reserves without a message when the host says %s, and says so',
  async (says: PromptOutcome, words) => {
    await open()
    host.promptSays = says
    await screen.tap(RESERVE)
    await screen.settle()
    expect(sent()).toEqual([{ roomId, isGranted: false }])
    expect(screen.text()).toContain(words)
  },
)

it('asks nothing of the host where no message is configured', async () => {
  await open(null)
  await screen.tap(RESERVE)
  await screen.settle()
  expect(host.prompted).toEqual([])
  expect(sent()).toEqual([{ roomId, isGranted: false }])
})

it('is given up with another tap', async () => {
  await open()
  await screen.tap(RESERVE)
  await screen.settle()
  await screen.tap(CANCEL)
  await screen.settle()
  expect(host.asked('rooms/cancel-reservation')).toHaveLength(1)
  expect(screen.text()).toContain('已取消预约')
  expect(screen.text()).toContain('共 3')
})

it.each([
  ['refuses', () => refusal('room-started'), '已经开播了'],
  ['does not answer', () => lost('unreadable'), '看不懂'],
])('says why when the server %s, and can be tapped again', async (_, answer, words) => {
  await open()
  host.answer('rooms/reserve', answer)
  await screen.tap(RESERVE)
  await screen.settle()
  expect(screen.text()).toContain(words)
  expect(screen.text()).not.toContain('已预约')
  host.answer('rooms/reserve', () => data({ reserved: 4, permissions: 1 }))
  await screen.tap(RESERVE)
  await screen.settle()
  expect(screen.text()).toContain('已预约')
})

it('says why a reservation could not be given up, and keeps it', async () => {
  await open()
  await screen.tap(RESERVE)
  await screen.settle()
  host.answer('rooms/cancel-reservation', () => refusal('internal'))
  await screen.tap(CANCEL)
  await screen.settle()
  expect(screen.text()).toContain('服务出了点问题')
  expect(screen.isOff(CANCEL)).toBe(false)
})

it('knows what was reserved before, and learns it when the network is back', async () => {
  host.answer('rooms/list-reservations', () => lost('unreadable'))
  host.answer('rooms/get-reservation', () => lost('unreadable'))
  screen = await show(Stand, { room })
  await screen.settle()
  expect(screen.text()).toContain('未知')
  host.answer('rooms/list-reservations', () => data({ rooms: [roomId], template: null }))
  host.answer('rooms/get-reservation', () => data({ reserved: 8, isReserved: true, template: null }))
  host.setOnline(false)
  host.setOnline(true)
  await screen.settle()
  expect(screen.text()).toContain('共 8')
  expect(screen.text()).toContain('已预约')
})

it('asks for no list while no show is to come', async () => {
  host.answer('rooms/get-reservation', () => data({ reserved: 0, isReserved: false, template: null }))
  screen = await show(Stand, { room, isWaiting: false })
  expect(host.asked('rooms/list-reservations')).toEqual([])
})
