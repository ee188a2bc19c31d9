import { existsSync } from 'node:fs'
import { internalComponents } from '@tarojs/shared'
import { components as accessibility } from './accessibility-components'
import { components as alipay } from './alipay-components'
import hostAttributes from './host-attributes'
import { components as weapp } from './weapp-components'

/** Runs the plugin as Taro's build for a host does, with a platform that only remembers. */
function setUp(host: 'weapp' | 'alipay') {
  const merged: unknown[] = []
  const platform = {
    template: {
      mergeComponents: (_context: unknown, patch: unknown) => void merged.push(patch),
      replacePropName: (name: string) => name.toLowerCase(),
    },
    runtimePath: 'the-platform-runtime',
  }
  const context = {
    registerMethod: ({ name, fn }: { name: string; fn: (given: typeof platform) => void }) => {
      if (name === 'onSetupClose') fn(platform)
    },
  }
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = host
  Reflect.apply(hostAttributes, null, [context])
  if (before === undefined) delete process.env.TARO_ENV
  else process.env.TARO_ENV = before
  const [platformRuntime, ...own] = [platform.runtimePath].flat()
  return { merged, platformRuntime, own, nameOf: (name: string) => platform.template.replacePropName(name) }
}

describe('hostAttributes', () => {
  it('tells the templates of each host what it takes', () => {
    expect(setUp('weapp').merged).toEqual([accessibility, weapp])
    expect(setUp('alipay').merged).toEqual([accessibility, alipay])
  })

  it.each(['weapp', 'alipay'] as const)("adds a runtime for each after %s's own", (host) => {
    const { merged, platformRuntime, own } = setUp(host)
    expect(platformRuntime).toBe('the-platform-runtime')
    expect(own.map((file) => existsSync(file))).toEqual(merged.map(() => true))
  })

  it('calls a role what the host calls it', () => {
    expect([setUp('weapp').nameOf('role'), setUp('alipay').nameOf('role')]).toEqual(['aria-role', 'role'])
    expect(setUp('weapp').nameOf('bindTap')).toBe('bindtap')
  })

  it('tells the runtime the same attributes, so that both number them alike', async () => {
    await import('./accessibility-runtime')
    await import('./alipay-runtime')
    await import('./weapp-runtime')
    expect(internalComponents.View).toMatchObject({ 'aria-label': '', role: '' })
    expect(internalComponents.LivePlayer).toMatchObject({
      mode: "'live'",
      'floating-mode': "'none'",
      bindError: '',
      'enable-recv-message': 'false',
    })
  })
})
