import { realpathSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../paths'

interface Aliases {
  readonly resolve: { readonly alias: { set(request: string, file: string): unknown } }
}

const RUNTIME = realpathSync(inProject('node_modules/@tarojs/runtime/dist'))

/** Taro's switch for `innerHTML` takes the property away and leaves 9 KiB of parser in the main package. */
export function slimRuntime({ resolve: { alias } }: Aliases): void {
  const file = path.join(RUNTIME, 'dom-external/inner-html/html.js')
  alias.set(file, inProject('config/taro/no-inner-html.js'))
}
