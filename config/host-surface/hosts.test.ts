import { hostsOf } from './hosts'

it.each([
  ['src/app.tsx', ['weapp', 'alipay']],
  ['src/platform/mini/network.ts', ['weapp', 'alipay']],
  ['src/platform/weapp/sign-in.ts', ['weapp']],
  ['src/platform/alipay/player/live-video.tsx', ['alipay']],
  ['src/platform/h5/network.ts', []],
  ['src/ui/nav-bar.tsx', ['weapp', 'alipay']],
  ['src/ui/nav-bar.h5.tsx', []],
  ['src/ui/sheet.tsx', ['weapp']],
  ['src/ui/sheet.alipay.tsx', ['alipay']],
])('compiles %s for %j', (file, hosts) => {
  const others = ['src/ui/nav-bar.h5.tsx', 'src/ui/sheet.alipay.tsx', 'src/other/sheet.weapp.tsx']
  expect(hostsOf(file, [file, ...others])).toEqual(hosts)
})
