import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { ofMerchantsOnly, ofRoom, sharable } from './page-parts'
import { playerSources, slimPlayer } from './slim-player'
import { routerSources, slimRouter } from './slim-router'
import { strictExports } from './strict-exports'
import { cssModules, isProduction } from './styles'

const cssFiles = {
  ignoreOrder: true,
  filename: 'css/[name].[contenthash:8].css',
  chunkFilename: 'css/[name].[contenthash:8].css',
}

const betweenPages = { minChunks: 2, chunks: 'async', enforce: true } as const

/**
 * First load is the framework plus one page. Players and the chat SDK are reached only by dynamic import, so `initial`
 * keeps them out of the first load whatever they share with Taro. React is whole: pages would each have a part of it.
 */
const cacheGroups = {
  default: false,
  defaultVendors: false,
  react: {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|react-reconciler|scheduler|zustand|use-sync-external-store)[\\/]/,
    chunks: 'all',
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
  // the room is what a shared link opens: it loads nothing that only other pages share
  shared: { ...betweenPages, name: 'shared', test: ofRoom, priority: 10 },
  merchant: { ...betweenPages, name: 'merchant', test: ofMerchantsOnly, priority: 9 },
  pages: { ...betweenPages, name: 'pages', test: sharable, priority: 8 },
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
  compile: { include: [playerSources, routerSources] },
  // the tab bar's icons would be 4 KiB of the first script, which a shared room waits for and does not show
  imageUrlLoaderOption: { limit: 1, name: 'static/images/[name].[hash:8][ext]' },
  // src/index.html says itself what is loaded when
  htmlPluginOption: { inject: false },
  webpackChain(chain) {
    strictExports(chain)
    slimPlayer(chain)
    slimRouter(chain)
    // Taro's styles bring an icon font that no page draws with: a file of its own is never asked for
    chain.module.rule('icon-font').merge({
      mimetype: 'application/octet-stream',
      type: 'asset/resource',
      generator: { filename: 'static/[hash][ext]' },
    })
    if (isProduction) chain.optimization.splitChunks({ chunks: 'all', cacheGroups })
  },
}
