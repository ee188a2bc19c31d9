import path from 'node:path'

export type Host = 'weapp' | 'alipay'

export const hosts: readonly Host[] = ['weapp', 'alipay']

/** What each host calls its own object. */
export const globalOf = { weapp: 'wx', alipay: 'my' } as const satisfies Record<Host, string>

type Suffixed = Readonly<Record<'stem' | 'suffix', string>>

function splitName(file: string): Suffixed {
  const { dir, name } = path.posix.parse(file)
  const [, stem = name, suffix = ''] = /^(.+)\.(weapp|alipay|h5)$/.exec(name) ?? []
  return { stem: path.posix.join(dir, stem), suffix }
}

/** The hosts a file of `src` is compiled for; none for what only a browser runs. */
export function hostsOf(file: string, files: readonly string[]): readonly Host[] {
  const { stem, suffix } = splitName(file)
  const own = suffix || /(?:^|\/)platform\/(weapp|alipay|h5)\//.exec(file)?.[1]
  if (own !== undefined && own !== '') return hosts.filter((host) => host === own)
  const variants = files.map(splitName).filter((other) => other.stem === stem)
  return hosts.filter((host) => !variants.some(({ suffix: taken }) => taken === host))
}
