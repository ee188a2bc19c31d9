import { applyAllowList, type Allowed } from './allow-list'
import { findFaults, judge } from './check-host-surface'

const shared = `
import Taro, { type ENV_TYPE, useDidShow, useOptionMenuClick } from '@tarojs/taro'
import { Image, Input, LivePlayer, Text, View } from '@tarojs/components'
const { chooseMedia, showToast: say } = Taro
const forReaders = { role: 'status', 'data-place': 'here' }
const wide = { my: 1, wx: 2 }
export const known = () => [Taro.login(), Taro['showModal']({}), Taro.pxTransform(1), wide.my, wide.wx]
export const absent = () => Taro.chooseMessageFile({ count: 1 })
export const whole = (keep: (all: unknown) => void) => keep(Taro)
export const Box = View
export const Page = (props: { untold: Record<string, string>; isWide: boolean }) => (
  <View className="page" style={{}} onClick={known} onTouchStart={known} onLongPress={known} {...forReaders}>
    <Text selectable userSelect />
    <Input name="word" value="" onInput={known} {...(props.isWide ? { maxlength: 3 } : { nativeProps: {} })} />
    <Image src="" {...props.untold} />
    <LivePlayer src="" />
  </View>
)`

const sources = new Map([
  ['src/shared.tsx', shared],
  [
    'src/own.weapp.ts',
    `import Taro from '@tarojs/taro'; export const pick = () => Taro.chooseMessageFile({ count: 1 })`,
  ],
  [
    'src/platform/weapp/wallet.ts',
    `declare const { pay }: never; export const a = [wx.login, wx.tradePay, my.tradePay, pay]`,
  ],
  [
    'src/platform/alipay/wallet.ts',
    `const { tradePay, ...rest } = my; export const all = [tradePay, rest, typeof wx]`,
  ],
  ['src/browser.h5.tsx', `import Taro from '@tarojs/taro'; export const all = [Taro.noSuchThing, wx, my]`],
  [
    'src/variant.ts',
    `import Taro from '@tarojs/taro'; export const pick = () => Taro.chooseMessageFile({ count: 1 })`,
  ],
  ['src/variant.alipay.ts', `export const pick = () => null`],
])

describe('findFaults', () => {
  const findings = findFaults(sources)
  const inFile = (file: string, fault?: string) =>
    findings
      .filter(({ node }) => node.getSourceFile().fileName.endsWith(file))
      .filter((finding) => fault === undefined || finding.fault === fault)
      .map(({ host, name }) => `${host} ${name}`)

  it('finds an API that Alipay lacks in a file for both hosts', () => {
    expect(inFile('/shared.tsx', 'missing')).toEqual([
      'alipay Taro.chooseMedia',
      'alipay Taro.chooseMessageFile',
      'weapp Taro.…',
      'alipay Taro.…',
    ])
  })

  it.each(['/own.weapp.ts', '/variant.ts', '/variant.alipay.ts', '/browser.h5.tsx'])(
    'has nothing against %s, which is compiled where its APIs are',
    (file) => {
      expect(inFile(file)).toEqual([])
    },
  )

  it('finds names that a host does not have, and the object of another host', () => {
    expect(inFile('/weapp/wallet.ts')).toEqual(['weapp wx.tradePay', 'weapp my.tradePay'])
    expect(inFile('/alipay/wallet.ts')).toEqual(['alipay my.…'])
  })

  it('finds props that the templates of a host drop, given by attribute or by spread', () => {
    expect(inFile('/shared.tsx', 'unbound')).toEqual([
      'weapp View.…',
      'alipay View.…',
      'alipay View.onLongPress',
      'alipay Text.userSelect',
      'weapp Input.nativeProps',
      'alipay Input.nativeProps',
      'weapp Image.…',
      'alipay Image.…',
    ])
  })

  it('takes our own plugin into account, and WeChat’s other name for a role', () => {
    expect(inFile('/shared.tsx', 'unbound').filter((name) => name.endsWith('.role'))).toEqual([])
    expect(inFile('/shared.tsx', 'undeclared')).toContain('weapp View.role')
  })

  it('finds what Taro’s declarations do not promise, though it may be there', () => {
    expect(inFile('/shared.tsx', 'undeclared')).toEqual(
      expect.arrayContaining(['weapp Taro.useOptionMenuClick', 'alipay LivePlayer', 'alipay LivePlayer.src']),
    )
  })

  it('says where, what and why', () => {
    const { output, passed } = judge(findings, [])
    expect(passed).toBe(false)
    expect(output).toContain(
      'src/shared.tsx:8: Taro.chooseMessageFile on alipay: is not offered by Taro there',
    )
  })
})

describe('applyAllowList', () => {
  const findings = findFaults(
    new Map([
      [
        'src/one.tsx',
        `import { LivePlayer, View } from '@tarojs/components'
        export const One = () => <View><LivePlayer src="" onUserAction={() => undefined} {...{ role: 'status' }} /></View>`,
      ],
    ]),
  )
  const entry = (given: Partial<Allowed>): Allowed => ({
    as: 'idle',
    hosts: ['alipay'],
    name: '*',
    reason: 'a test',
    ...given,
  })
  const refusedWith = (...allowed: readonly Allowed[]) => [
    ...new Set(applyAllowList(findings, allowed).refused.map(({ host, name }) => `${host} ${name}`)),
  ]

  it('excuses by name, with a star for the rest of it', () => {
    const both = ['weapp', 'alipay'] as const
    const allowed = [entry({ name: 'LivePlayer*' }), entry({ name: '*.role', hosts: both })]
    expect(refusedWith(...allowed)).toEqual(['weapp LivePlayer.onUserAction'])
  })

  it('excuses nothing that is dropped with the claim that it works', () => {
    expect(refusedWith(entry({ name: '*.role', as: 'works' }))).toContain('alipay LivePlayer.role')
  })

  it('refuses an entry that excuses nothing on one of its hosts', () => {
    const stale = entry({ name: 'LivePlayer.src', hosts: ['weapp', 'alipay'] })
    expect(judge(findings, [entry({ hosts: ['weapp', 'alipay'] }), stale])).toEqual({
      passed: false,
      output: 'allow-list: LivePlayer.src on weapp excuses nothing any more',
    })
  })
})
