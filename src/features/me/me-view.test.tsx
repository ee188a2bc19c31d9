import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aProfile } from '../../../test/builders/wire'
import { MeView, type MeViewProps } from './me-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const links: MeViewProps = { onOrders: jest.fn(), onAddresses: jest.fn(), onStudio: jest.fn() }
let screen: Screen<MeViewProps>
const open = async (): Promise<void> => {
  screen = await show(MeView, links)
}
beforeEach(() => {
  host.reset()
  host.answer('session/me', () => data(aProfile('alipay')))
})
afterEach(() => {
  screen.close()
})

it('says who one is and in which host', async () => {
  await open()
  expect(screen.text()).toContain('林小满')
  expect(screen.text()).toContain('支付宝用户')
})

it('shows the studio to those who work for a shop only', async () => {
  await open()
  expect(screen.text()).not.toContain('直播工作台')
  screen.close()
  const member = { merchantId, merchantName: '云岭果园', merchantLogoUrl: '/logo.jpg', role: 'host' } as const
  host.answer('session/me', () => data(aProfile('weapp', { memberOf: [member] })))
  await open()
  await screen.tap('直播工作台')
  expect(links.onStudio).toHaveBeenCalled()
})

it('tells a guest what a browser cannot do', async () => {
  host.answer('session/me', () => data(aProfile('h5')))
  await open()
  expect(screen.text()).toContain('在微信或支付宝里打开，就能下单付款')
})

it('keeps the settings in reach when the server does not know who one is', async () => {
  host.answer('session/me', () => refusal('internal'))
  await open()
  expect(screen.text()).toContain('服务出了点问题')
  await screen.tap('English')
  expect(screen.text()).toContain('Large type')
  await screen.tap('中文')
  expect(screen.text()).toContain('大字模式')
})
