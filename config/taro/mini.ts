import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { strictExports } from './strict-exports'
import { cssModules } from './styles'

export const mini: NonNullable<IProjectConfig['mini']> = {
  // the minifier writes attribute names in lower case, and Alipay knows no event called `ontap`
  minifyXML: { collapseWhitespace: process.env.TARO_ENV !== 'alipay' },
  // what only one subpackage uses stays in it: the chat SDK would double the main package
  optimizeMainPackage: { enable: true },
  // class names are unique per file: in which order two files come decides nothing
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  webpackChain: strictExports,
}
