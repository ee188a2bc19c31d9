import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { h5Chunks } from './h5-chunks'

const root = path.resolve(__dirname, '..')
const target = process.env.TARO_ENV ?? 'h5'
const isProduction = process.env.NODE_ENV === 'production'
const alipayPlugin = path.resolve(__dirname, 'plugins/alipay-live.ts')

const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module',
    generateScopedName: isProduction ? '[hash:base64:6]' : '[name]__[local]___[hash:base64:5]',
  },
} as const

const assetNames = {
  ignoreOrder: true,
  filename: 'css/[name].[contenthash:8].css',
  chunkFilename: 'css/[name].[contenthash:8].css',
}

export default defineConfig(() => {
  process.env.BROWSERSLIST_ENV = process.env.NODE_ENV ?? 'development'
  const config: UserConfigExport = {
    projectName: 'livestall',
    date: '2026-1-1',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    // build-client.ts builds beside the finished folder and swaps, so that nobody is served half a build
    outputRoot: process.env.LIVESTALL_OUT ?? `dist/${target}`,
    alias: { '@': path.resolve(root, 'src') },
    env: {
      LIVESTALL_ORIGIN: JSON.stringify(process.env.LIVESTALL_ORIGIN ?? ''),
      LIVESTALL_CLOUD_ENV: JSON.stringify(process.env.LIVESTALL_CLOUD_ENV ?? ''),
      LIVESTALL_ALIPAY_LIVE: JSON.stringify(process.env.LIVESTALL_ALIPAY_LIVE ?? ''),
      // H5 is served with its own chat unless the build says otherwise (set it empty for the real vendor)
      LIVESTALL_IM_PROXY: JSON.stringify(
        process.env.LIVESTALL_IM_PROXY ?? (target === 'h5' ? 'same-origin' : ''),
      ),
    },
    plugins: target === 'alipay' && existsSync(alipayPlugin) ? [alipayPlugin] : [],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // the persistent cache has been seen to keep requires of chunks that are gone
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    terser: {
      enable: true,
      config: {
        compress: { passes: 3, ecma: 2018, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
        output: { ecma: 2018, comments: false },
      },
    },
    copy: {
      patterns:
        target === 'weapp'
          ? [
              {
                from: 'src/sitemap.json',
                to: `${process.env.LIVESTALL_OUT ?? `dist/${target}`}/sitemap.json`,
              },
            ]
          : [],
      options: {},
    },
    // WeChat has no recursive templates: eight levels are written out, deeper trees continue in a component
    baseLevel: 8,
    mini: {
      minifyXML: { collapseWhitespace: true },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      devServer: { port: 10086, host: '127.0.0.1', open: false },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: assetNames,
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // sizes grow with the screen up to a large phone's; wider screens get room, not giant letters
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
        cssModules,
      },
      webpackChain(chain) {
        if (isProduction) chain.optimization.splitChunks(h5Chunks)
      },
    },
  }
  return config
})
