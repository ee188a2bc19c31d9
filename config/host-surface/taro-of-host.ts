import { createContext, runInContext } from 'node:vm'
import { buildSync } from 'esbuild'
import { projectRoot } from '../paths'
import hostNames from './host-names.json'
import { globalOf, type Host } from './hosts'

/** Says why a member of Taro does nothing on the host it was asked for; null when it does something. */
export type AskTaro = (member: string) => string | null

type Members = Readonly<Record<string, unknown>>

interface Log {
  readonly warnings: string[]
  readonly absent: string[]
}

/** What the build replaces in Taro's code; none of it has to do with the host. */
const SWITCHES = [
  'ENABLE_INNER_HTML',
  'ENABLE_ADJACENT_HTML',
  'ENABLE_TEMPLATE_CONTENT',
  'ENABLE_CLONE_NODE',
  'ENABLE_CONTAINS',
  'ENABLE_SIZE_APIS',
  'ENABLE_MUTATION_OBSERVER',
]

/**
 * Taro itself, as it runs in a mini-program, over a host that offers the names of its typings and nothing else. Where a
 * call ends (`login` is `getAuthCode` on Alipay) is then Taro's own answer instead of a table kept by hand.
 */
export function taroOfHost(host: Host, names: readonly string[] = hostNames[host]): AskTaro {
  const log: Log = { warnings: [], absent: [] }
  const taro = startTaro(host, playHost(names, log), log)
  return (member) => {
    if (!(member in taro)) return 'is not offered by Taro there'
    log.warnings.length = 0
    log.absent.length = 0
    call(taro, member)
    const [absent] = log.absent
    return absent === undefined ? (log.warnings[0] ?? null) : `ends at ${absent}, which is not there`
  }
}

function call(taro: Members, member: string): void {
  const value = taro[member]
  if (typeof value !== 'function') return
  try {
    Reflect.apply(value, taro, [{}])
  } catch {
    // a hook wants a component, a path wants a string: it only matters what the host was asked for on the way
  }
}

/** An answer that can be called, and has every member that can be called. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'then' || typeof key === 'symbol' ? undefined : anything),
  apply: () => anything,
})

function playHost(names: readonly string[], log: Log): Members {
  const host: Members = Object.fromEntries(names.map((name) => [name, () => anything]))
  return new Proxy(host, {
    get(target, key) {
      if (typeof key === 'symbol') return undefined
      if (!(key in target)) log.absent.push(key)
      return target[key]
    },
  })
}

function startTaro(host: Host, hostObject: Members, log: Log): Members {
  let taro: Members = {}
  const warn = (...words: readonly unknown[]) => void log.warnings.push(words.join(' '))
  const env = { TARO_ENV: host, TARO_PLATFORM: 'mini', FRAMEWORK: 'react', NODE_ENV: 'production' }
  const sandbox = {
    ...Object.fromEntries(SWITCHES.map((name) => [name, false])),
    [globalOf[host]]: hostObject,
    process: { env },
    console: { log: warn, info: warn, warn, error: warn },
    global: {},
    navigator: { userAgent: '' },
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    getCurrentPages: () => [],
    getApp: () => ({}),
    receive(started: Members) {
      taro = started
    },
  }
  runInContext(bundleTaro(host), createContext(sandbox))
  return taro
}

function bundleTaro(host: Host): string {
  const contents = `
    import '@tarojs/plugin-platform-${host}/dist/runtime'
    import { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime'
    import taro from '@tarojs/taro'
    receive(taro, createReactApp)`
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: projectRoot },
    bundle: true,
    write: false,
    mainFields: ['browser', 'module', 'main'],
    // only reached when the framework is Preact
    external: ['preact'],
  })
  return outputFiles.map(({ text }) => text).join('')
}
