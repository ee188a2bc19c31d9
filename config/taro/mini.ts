import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { slimRuntime } from './slim-runtime'
import { strictExports } from './strict-exports'
import { cssModules } from './styles'

export const mini: NonNullable<IProjectConfig['mini']> = {
  // No minifyXML: it minifies HTML. It drops `</input>`, which WeChat's compiler then misses, and writes attribute
  // names in lower case, while Alipay knows no event called `ontap`.
  // what only one subpackage uses stays in it: the chat SDK would double the main package
  optimizeMainPackage: { enable: true },
  // class names are unique per file: in which order two files come decides nothing
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  runtime: { enableInnerHTML: false },
  webpackChain(chain) {
    strictExports(chain)
    slimRuntime(chain)
  },
}
