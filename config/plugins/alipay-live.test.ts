import { existsSync } from 'node:fs'
import { internalComponents } from '@tarojs/shared'
import alipayLive from './alipay-live'
import { components } from './alipay-live-components'

/** Runs the plugin as Taro's build does, with a platform that only remembers. */
function setUp() {
  const merged: unknown[] = []
  const platform = {
    template: { mergeComponents: (_context: unknown, patch: unknown) => void merged.push(patch) },
    runtimePath: 'the-platform-runtime',
  }
  const context = {
    registerMethod: ({ name, fn }: { name: string; fn: (given: typeof platform) => void }) => {
      if (name === 'onSetupClose') fn(platform)
    },
  }
  Reflect.apply(alipayLive, null, [context])
  return { merged, runtimePaths: [platform.runtimePath].flat() }
}

describe('alipayLive', () => {
  it('tells the template about the attributes', () => {
    expect(setUp().merged).toEqual([components])
  })

  it("adds a runtime after the platform's own", () => {
    const [first, own = ''] = setUp().runtimePaths
    expect([first, existsSync(own)]).toEqual(['the-platform-runtime', true])
  })

  it('tells the runtime the same attributes, so that both number them alike', async () => {
    await import('./alipay-live-runtime')
    expect(internalComponents.LivePlayer).toMatchObject({
      mode: "'live'",
      'floating-mode': "'none'",
      bindError: '',
    })
  })
})
