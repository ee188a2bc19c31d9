import { TmplGroup } from 'glass-easel-template-compiler'
import * as v from 'valibot'
import type { MiniBundle, MiniTarget } from '../bundle'
import { bare } from './bare'
import { readMarkup, readScript } from './markup'

export interface Source {
  readonly file: string
  readonly text: string
}
export interface Template extends Source {
  readonly components: readonly string[]
}

/** All templates as one expression for the framework, and what it had to say about them. */
export function compileTemplates(
  target: MiniTarget,
  templates: readonly Template[],
  scripts: readonly Source[],
): Pick<MiniBundle, 'templates' | 'properties' | 'eventNames' | 'problems'> {
  const group = new TmplGroup()
  const properties = new Map<string, Set<string>>()
  const eventNames: Record<string, string> = {}
  const problems: string[] = []
  for (const { file, text } of scripts) group.addScript(bare(file), readScript(text, target))
  for (const { file, text, components } of templates) {
    const markup = readMarkup(text, target, components)
    for (const [tag, names] of Object.entries(markup.properties))
      properties.set(tag, new Set([...(properties.get(tag) ?? []), ...names]))
    Object.assign(eventNames, markup.eventNames)
    problems.push(...markup.problems.map((problem) => `${file}: ${problem}`))
    problems.push(
      ...warningsOf(group.addTmpl(bare(file), markup.text)).map((warning) => `${file}: ${warning}`),
    )
  }
  const compiled = {
    templates: group.getTmplGenObjectGroups(),
    properties: Object.fromEntries([...properties].map(([tag, names]) => [tag, [...names]])),
    eventNames,
    problems,
  }
  group.free()
  return compiled
}

const warning = v.looseObject({ message: v.string(), startLine: v.number() })

/** The compiler goes on after what it does not understand, and says so in a list whose lines begin at 0. */
const warningsOf = (list: unknown): readonly string[] =>
  v.parse(v.array(warning), list).map(({ message, startLine }) => `line ${startLine + 1}: ${message}`)
