import type * as FakeHostFile from '../../../../../test/builders/fake-host'
import { aPulse, aRoomState, roomId } from '../../../../../test/builders/room'
import { type Screen, show } from '../../../../../test/builders/screen'
import type { RoomSheetsProps } from './room-sheets'
import { RoomSheets } from '.'

const mockNetwork = { isGone: false }

jest.mock('@/platform', () => ({
  ...jest.requireActual<typeof FakeHostFile>('../../../../../test/builders/fake-host').host.platform,
  // the picture does not come in this test
  pictureShown: () => new Promise(() => undefined),
}))
jest.mock('./room-sheets', () => {
  if (mockNetwork.isGone) throw new Error('Loading chunk sheets failed')
  return { RoomSheets: () => '货架' }
})

const closed = { sheet: { kind: 'none' }, close: jest.fn() } as unknown as RoomSheetsProps['sheets']
const props = {
  params: { roomId },
  ready: { state: aRoomState(), pulse: aPulse() },
  asking: null,
  sheets: closed,
} as unknown as RoomSheetsProps

it('comes when it is opened before the picture; without network it says so and can be asked again', async () => {
  mockNetwork.isGone = true
  const screen: Screen<RoomSheetsProps> = await show(RoomSheets, props)
  expect(screen.text()).toBe('')
  await screen.setProps({ sheets: { ...closed, sheet: { kind: 'shelf' } } })
  await screen.settle()
  expect(screen.text()).toContain('重试')
  mockNetwork.isGone = false
  await screen.tap('重试')
  await screen.settle()
  expect(screen.text()).toBe('货架')
  screen.close()
})
