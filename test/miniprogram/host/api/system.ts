import type { Api, HostParts } from '../world'
import type { MakePlayable } from './playable'

const BAR_PX = 44
const STATUS_BAR_PX = 44

/** The phone, as the app may ask about it. */
export function systemApi({ target, launch }: HostParts, playable: MakePlayable): Api {
  const windowInfo = () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - STATUS_BAR_PX - BAR_PX,
    statusBarHeight: STATUS_BAR_PX,
    screenTop: STATUS_BAR_PX + BAR_PX,
    safeArea: {
      top: STATUS_BAR_PX,
      left: 0,
      right: innerWidth,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - STATUS_BAR_PX,
    },
  })
  const base = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.60',
    language: target === 'weapp' ? 'zh_CN' : 'zh-Hans',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    // the chat SDK knows the host by it
    fontSizeSetting: 16,
    host: { env: 'WeChat' },
  })
  const device = () => ({ brand: 'test', model: 'host', platform: 'ios', system: 'iOS 18.0' })
  const everything = () => ({
    ...windowInfo(),
    ...base(),
    ...device(),
    ...(target === 'alipay' ? { titleBarHeight: BAR_PX, app: 'alipay', platform: 'iOS' } : {}),
  })
  return {
    getSystemInfoSync: everything,
    getSystemInfo: playable('getSystemInfo', everything),
    getWindowInfo: windowInfo,
    getAppBaseInfo: base,
    getDeviceInfo: device,
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ albumAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: STATUS_BAR_PX + 6,
      bottom: STATUS_BAR_PX + 38,
      left: innerWidth - 94,
      right: innerWidth - 7,
    }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'test', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    nextTick: (act: () => void) => setTimeout(act),
    SDKVersion: '2.9.0',
    env: { USER_DATA_PATH: 'http://usr' },
  }
}
