import type * as FakeHostFile from '../../../../test/builders/fake-host'
import { data, host, lost } from '../../../../test/builders/fake-host'
import { aPulse, aRoomState, roomId } from '../../../../test/builders/room'
import { show } from '../../../../test/builders/screen'
import { RoomScreen } from './room-screen'

jest.mock('@/platform', () => {
  const file = jest.requireActual<typeof FakeHostFile>('../../../../test/builders/fake-host')
  file.host.signInAs('h5')
  return file.host.platform
})
jest.mock('@/platform/player', () => ({ LiveVideo: () => null }))
jest.mock('@/services/chat', () => ({ openChat: () => new Promise(() => undefined) }))

it('tells a guest of a browser where to ask, and asks nothing', async () => {
  host.reset()
  host.answer('shops/get', () => lost())
  host.answer('rooms/share', () =>
    data({ sharerToken: 't', link: 'https://x/r/1', title: '', pictureUrl: '' }),
  )
  host.answer('rooms/enter', () =>
    data({
      state: aRoomState(),
      pulse: aPulse(),
      asked: [],
      chat: { sdkAppId: 1, userId: 'u', userSig: 's', groupId: roomId, expiresAt: host.now + 1 },
      play: null,
      serverTime: host.now,
      isShared: false,
    }),
  )
  const screen = await show(RoomScreen, { roomId })
  await screen.tap('货架，2 件商品')
  await screen.tap('求讲解 赣南脐橙')
  expect(screen.text()).toContain('请到微信或支付宝里求讲解')
  expect(host.asked('shelf/ask-to-explain')).toEqual([])
  screen.close()
})
