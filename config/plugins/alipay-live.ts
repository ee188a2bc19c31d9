import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { components } from './alipay-live-components'

interface Platform {
  readonly template: {
    mergeComponents(context: IPluginContext, patch: typeof components): void
  }
  runtimePath: string | string[]
}

/**
 * Adds the attributes and events of Alipay's live-player that Taro 4.2 leaves out. Template and runtime both number a
 * component's attributes alphabetically (p0, p1 …): told to one side only, every later attribute would shift.
 */
export default function alipayLive(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, components)
      const runtime = path.resolve(__dirname, 'alipay-live-runtime.ts')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
