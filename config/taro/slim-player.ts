import { realpathSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../paths'

interface Aliases {
  readonly resolve: { readonly alias: { set(request: string, file: string): unknown } }
}

/** The sources that the package brings along; its bundle cannot be taken apart. */
const SOURCES = realpathSync(inProject('node_modules/mpegts.js/src'))

/**
 * What HTTP-FLV in a browser with Media Source Extensions never runs: the other container, the codecs that only it or
 * nobody here carries, workers, and the loaders for browsers that cannot stream with `fetch`.
 */
const LEFT_OUT = [
  'core/transmuxing-worker.js',
  'demux/av1-parser.ts',
  'demux/ts-demuxer.ts',
  'io/websocket-loader.js',
  'io/xhr-moz-chunked-loader.js',
  'io/xhr-range-loader.js',
  'player/native-player.js',
  'player/player-engine-dedicated-thread.ts',
  'utils/polyfill.js',
  'utils/webworkify-webpack.js',
]

export const playerSources = (file: string): boolean => file.startsWith(SOURCES)

/** mpegts.js is 63 KiB compressed and stands between a viewer and the first picture: this is a little more than half. */
export function slimPlayer({ resolve: { alias } }: Aliases): void {
  alias.set('mpegts.js$', path.join(SOURCES, 'mpegts.js'))
  for (const file of LEFT_OUT) alias.set(path.join(SOURCES, file), inProject('config/taro/left-out.js'))
}
