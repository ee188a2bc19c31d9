import hostNames from './host-names.json'
import { taroOfHost } from './taro-of-host'

describe.each(['weapp', 'alipay'] as const)('Taro on %s', (host) => {
  const ask = taroOfHost(host)

  it.each([
    'login',
    'showModal',
    'setNavigationBarTitle',
    'request',
    'getStorageSync',
    'createSelectorQuery',
  ])('ends %s at a name of the host', (member) => {
    expect(ask(member)).toBeNull()
  })

  it.each(['nextTick', 'pxTransform', 'getCurrentPages', 'useDidShow', 'eventCenter'])(
    'has %s of its own',
    (member) => {
      expect(ask(member)).toBeNull()
    },
  )

  it('offers nothing that was never there', () => {
    expect(ask('noSuchThing')).toBe('is not offered by Taro there')
  })
})

describe('Taro on Alipay', () => {
  const without = (name: string) => hostNames.alipay.filter((known) => known !== name)

  it.each(['requestPayment', 'chooseMessageFile', 'createLivePlayerContext'])(
    'does not offer %s',
    (member) => {
      expect(taroOfHost('alipay')(member)).not.toBeNull()
    },
  )

  it.each([
    ['login', 'getAuthCode'],
    ['setClipboardData', 'setClipboard'],
    ['showModal', 'confirm'],
  ])('has no %s once the host has no %s', (member, name) => {
    expect(taroOfHost('alipay', without(name))(member)).toContain(name)
  })
})
