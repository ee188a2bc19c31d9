import { err, ok } from '@/domain/result'
import { blockedPeople } from '@/services/blocked-people'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost, refusal } from '../../../test/builders/fake-host'
import { merchantId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { aProfile } from '../../../test/builders/wire'
import { MeView, type MeViewProps } from './me-view'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const links: MeViewProps = {
  onOrders: jest.fn(),
  onAddresses: jest.fn(),
  onFollowed: jest.fn(),
  onStudio: jest.fn(),
}
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

it('lets people be heard again whom one had no wish to hear', async () => {
  await open()
  expect(screen.text()).not.toContain('不看的人')
  screen.close()
  blockedPeople.add({ userId: 'u_mei', name: '小满' })
  blockedPeople.add({ userId: 'u_jun', name: '小君' })
  await open()
  expect(screen.text()).toContain('不看的人 2')
  expect(screen.text()).toContain('小满、小君')
  await screen.tap('全部恢复')
  expect(screen.text()).not.toContain('不看的人')
  expect(blockedPeople.list()).toEqual([])
})

describe('a phone', () => {
  const verified = aProfile('alipay', { isPhoneVerified: true })

  it('is verified with what the host tells of it, once for two taps', async () => {
    host.answer('session/verify-phone', () => data(verified))
    await open()
    await screen.tap('验证手机号', 2)
    expect(host.asked('session/verify-phone').map(({ input }) => input)).toEqual([
      { code: 'phone-13800138000' },
    ])
    expect(screen.text()).toContain('手机号已验证')
    expect(screen.text()).not.toContain('验证手机号')
  })

  it('that was verified before needs no button', async () => {
    host.answer('session/me', () => data(verified))
    await open()
    expect(screen.text()).toContain('手机号已验证')
    expect(screen.text()).not.toContain('验证手机号')
  })

  it('that the person keeps to themselves is not asked of the server, and can be shown later', async () => {
    host.phoneSays = err('refused')
    await open()
    await screen.tap('验证手机号')
    expect(screen.text()).toContain('没有得到你的同意')
    expect(host.asked('session/verify-phone')).toEqual([])
    host.phoneSays = ok('phone-13800138000')
    host.answer('session/verify-phone', () => data(verified))
    await screen.tap('验证手机号')
    expect(screen.text()).toContain('手机号已验证')
  })

  it.each([
    ['the host tells nothing', () => (host.phoneSays = err('unavailable')), '没能验证手机号'],
    [
      'the proof is no good',
      () => host.answer('session/verify-phone', () => refusal('invalid-request')),
      '没能验证手机号',
    ],
    [
      'the server does not answer',
      () => host.answer('session/verify-phone', () => lost('offline')),
      '网络断开了',
    ],
  ])('stays unverified when %s, and the button stays', async (_when, arrange, words) => {
    arrange()
    jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'nextTick', 'performance'] })
    await open()
    await screen.tap('验证手机号')
    await screen.settle(5_000)
    jest.useRealTimers()
    expect(screen.text()).toContain(words)
    expect(screen.text()).toContain('验证手机号')
  })
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
