import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { cssModules, isProduction } from './styles'
import { playerSources, slimPlayer } from './slim-player'
import { strictExports } from './strict-exports'

const cssFiles = {
  ignoreOrder: true,
  filename: 'css/[name].[contenthash:8].css',
  chunkFilename: 'css/[name].[contenthash:8].css',
}

/**
 * First load is the framework plus one page. Players and the chat SDK are reached only by dynamic import,
 * so `initial` on the framework groups keeps them out of the first load whatever they share with it.
 */
const cacheGroups = {
  default: false,
  defaultVendors: false,
  react: {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|react-reconciler|scheduler|zustand|use-sync-external-store)[\\/]/,
    chunks: 'initial',
    priority: 30,
    enforce: true,
  },
  taro: {
    name: 'taro',
    test: /node_modules[\\/](@tarojs|@stencil|history|query-string|core-js)[\\/]/,
    chunks: 'initial',
    priority: 20,
    enforce: true,
  },
  shared: {
    name: 'shared',
    // Taro's components are reached by pages only, so `initial` never holds them: without this each page has its own
    test: /[\\/]src[\\/]|node_modules[\\/](valibot|@tarojs[\\/]components|@stencil)[\\/]/,
    minChunks: 2,
    chunks: 'async',
    priority: 10,
    enforce: true,
  },
} as const

export const h5: NonNullable<IProjectConfig['h5']> = {
  publicPath: '/',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  devServer: { port: 10086, host: '127.0.0.1', open: false },
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: cssFiles,
  postcss: {
    autoprefixer: { enable: true, config: {} },
    // sizes grow with the screen up to a large phone's; a wider one gets more room, not giant letters
    pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
    cssModules,
  },
  compile: { include: [playerSources] },
  // src/index.html says itself what is loaded when
  htmlPluginOption: { inject: false },
  webpackChain(chain) {
    strictExports(chain)
    slimPlayer(chain)
    if (isProduction) chain.optimization.splitChunks({ chunks: 'all', cacheGroups })
  },
}
