import names from '../../../../config/host-surface/host-names.json'
import type { Api, HostParts } from '../world'

/** Names that are values, not functions: absent until somebody plays them. */
const VALUES = new Set(['env', 'cloud', 'SDKVersion', 'ap', 'isIDE'])

/**
 * `wx` or `my` with exactly the names of the host's own typings. A name that the host lacks is absent, whatever is
 * played; one that is there and not played fails and is a problem: a test that met it has proved nothing.
 */
export function onlyRealNames({ target, world, recorder }: HostParts, played: Api): Record<string, unknown> {
  const refuse = (name: string) => () => {
    world.unplayed.add(name)
    recorder.problem(`${target === 'weapp' ? 'wx' : 'my'}.${name} was called, which the host does not play`)
    throw new Error(`${name}:fail not played by the test host`)
  }
  const surface = names[target]
    .filter((name) => name in played || !VALUES.has(name))
    .map((name) => [name, played[name] ?? refuse(name)] as const)
  const all = Object.fromEntries(surface)
  if ('canIUse' in all) all.canIUse = canIUse(target, names[target])
  return all
}

/** Alipay opens its live-player by invitation: a mini-program that has none is told that there is none. */
const canIUse = (target: HostParts['target'], known: readonly string[]) => (question: string) => {
  const [subject = ''] = question.split('.')
  return subject === 'live-player' ? target === 'weapp' : known.includes(subject)
}
