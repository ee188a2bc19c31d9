import type { MiniBundle } from '../bundle'
import { hiddenGlobals } from './hidden-globals'

type Globals = Readonly<Record<string, unknown>>

export interface Modules {
  /** Runs a file once, and the components that it uses before it. */
  load(file: string): unknown
  /** Path, without ending, of the file being loaded: what a definition made now belongs to. */
  current(): string
}

/**
 * The module loader of a mini-program: every file sees the host's globals and none of the browser's. As on a phone, a
 * subpackage's files are not there for the main package nor for another subpackage.
 */
export function createModules(bundle: MiniBundle, globals: Globals): Modules {
  const loaded = new Map<string, { exports: unknown }>()
  let current = ''

  const rootOf = (file: string): string => bundle.roots.find((root) => file.startsWith(`${root}/`)) ?? ''
  const mayReach = (from: string, to: string): boolean => ['', rootOf(from)].includes(rootOf(to))

  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known !== undefined) return known.exports
    const source = bundle.scripts[file]
    if (source === undefined) throw new Error(`module "${file}" is not defined`)
    const module = { exports: {} }
    loaded.set(file, module)
    const path = file.replace(/\.js$/, '')
    for (const used of Object.values(bundle.uses[path] ?? {})) {
      const component = resolve(path, used)
      if (component !== path) load(`${component}.js`)
    }
    const outer = current
    current = path
    try {
      run(file, source, { ...globals, require: requireFrom(file), module, exports: module.exports })
    } finally {
      current = outer
    }
    return module.exports
  }
  const requireFrom = (from: string) => (wanted: string) => {
    const file = resolve(from, wanted.endsWith('.js') ? wanted : `${wanted}.js`)
    if (!mayReach(from, file))
      throw new Error(`module "${file}" is not defined: ${from} lies outside of its subpackage`)
    return load(file)
  }
  return { load, current: () => current }
}

const ANYWHERE = 'http://package/'

export const resolve = (from: string, wanted: string): string =>
  new URL(wanted, ANYWHERE + from).pathname.slice(1)

function run(file: string, source: string, scope: Globals): void {
  const hidden = hiddenGlobals.filter((name) => !(name in scope))
  const names = [...Object.keys(scope), ...hidden]
  const body = `${source}\n//# sourceURL=package:///${file}`
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is what a module loader does
  new Function(...names, body)(...Object.values(scope))
}

/** Mini-programs make no code from text; libraries that only ask for the global object get it. */
export function refusingFunction(globalObject: object, refuse: (code: string) => void): unknown {
  const make = (args: readonly unknown[]): (() => unknown) => {
    const last = args.at(-1)
    const code = typeof last === 'string' ? last : ''
    if (/^\s*return this;?\s*$/.test(code)) return () => globalObject
    refuse(code)
    return () => undefined
  }
  // a proxy, so that `instanceof Function` still holds
  return new Proxy(Function, {
    apply: (_function, _this, args: unknown[]) => make(args),
    construct: (_function, args: unknown[]) => make(args),
  })
}
