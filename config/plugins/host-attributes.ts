import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { components as accessibility } from './accessibility-components'
import { components as alipay } from './alipay-components'
import { components as weapp } from './weapp-components'

type Attributes = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The part of Taro's platform object that says what its templates hold. */
interface Platform {
  readonly template: {
    mergeComponents(context: IPluginContext, patch: Attributes): void
    replacePropName(name: string, ...details: unknown[]): string
  }
  runtimePath: string | string[]
}

/**
 * Adds attributes that the hosts take and Taro 4.2 leaves out: what screen readers are told, and of the two
 * live-players what their own documents or templates have and Taro has not, and what Taro counts on one side only.
 * Template and runtime both number a component's attributes alphabetically (p0, p1 …): told to one side only, every
 * later attribute would shift. Taro's build translates this file and none that it imports, so those are plain script.
 */
export default function hostAttributes(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      const add = (components: Attributes, runtime: string): void => {
        platform.template.mergeComponents(context, components)
        platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, runtime)].flat()
      }
      add(accessibility, 'accessibility-runtime.ts')
      if (process.env.TARO_ENV === 'alipay') add(alipay, 'alipay-runtime.ts')
      if (process.env.TARO_ENV === 'weapp') {
        add(weapp, 'weapp-runtime.ts')
        nameRoleAsWeChatDoes(platform)
      }
    },
  })
}

/** What everybody else calls `role`, WeChat calls `aria-role`. */
function nameRoleAsWeChatDoes({ template }: Platform): void {
  const replacePropName = template.replacePropName.bind(template)
  template.replacePropName = (name, ...details) =>
    name === 'role' ? 'aria-role' : replacePropName(name, ...details)
}
