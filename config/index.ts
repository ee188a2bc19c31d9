import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { h5 } from './taro/h5'
import { mini } from './taro/mini'
import { minify } from './taro/minify'
import { buildSwitches } from './taro/switches'

const target = process.env.TARO_ENV ?? 'h5'
// build-client.ts builds beside the finished folder and swaps, so that nobody is served half a build
const outputRoot = process.env.LIVESTALL_OUT ?? `dist/${target}`
const miniPlugins = target === 'h5' ? [] : [path.resolve(__dirname, 'plugins/host-attributes.ts')]

export default defineConfig(() => {
  process.env.BROWSERSLIST_ENV = process.env.NODE_ENV ?? 'development'
  const config: IProjectConfig = {
    projectName: 'livestall',
    date: '2026-1-1',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot,
    alias: { '@': path.resolve(__dirname, '../src') },
    defineConstants: buildSwitches(target, process.env),
    plugins: miniPlugins,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // the persistent cache has been seen to keep requires of chunks that are gone
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    terser: { enable: true, config: minify },
    copy: {
      patterns: target === 'weapp' ? [{ from: 'src/sitemap.json', to: `${outputRoot}/sitemap.json` }] : [],
      options: {},
    },
    // WeChat has no recursive templates: eight levels are written out, deeper trees continue in a component
    baseLevel: 8,
    mini,
    h5,
  }
  return config
})
