import { builtInTags, camelCase } from '../built-in-tags'
import type { MiniTarget } from '../bundle'

/** What one template file came to. */
export interface Markup {
  readonly text: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly eventNames: Readonly<Record<string, string>>
  readonly problems: readonly string[]
}

interface Tag {
  readonly name: string
  readonly isBuiltIn: boolean
}
interface Attribute {
  readonly key: string
  /** With its quotes. */
  readonly value: string
}

const SYNTAX = new Set(['template', 'import', 'include', 'block', 'wxs', 'slot', 'import-sjs'])
const BUILT_IN = new Set<string>(builtInTags)
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*("[^"]*"|'[^']*'))?/g
/** Attributes that every node has or that are not properties. */
const COMMON = /^(wx:|bind|catch|capture-|data-|mark:|(class|style|id|slot|hidden)$)/
/** Means nothing to Alipay, and would work here. */
const WECHAT_ONLY = /^(wx:|bind|capture-)/
const ALIPAY_EVENT = /^(on|catch)([A-Za-z]\w*)$/

/**
 * Writes a template as WeChat's framework reads it: built-in tags get the prefix that WeChat's own compiler gives
 * them, and what Alipay spells in its own way is spelled as WXML.
 */
export function readMarkup(source: string, target: MiniTarget, components: readonly string[]): Markup {
  const properties = new Map<string, Set<string>>()
  const eventNames: Record<string, string> = {}
  const problems: string[] = []

  const note = ({ name, isBuiltIn }: Tag, key: string): void => {
    if (!isBuiltIn || COMMON.test(key)) return
    const known = properties.get(`wx-${name}`) ?? new Set()
    properties.set(`wx-${name}`, known.add(camelCase(key)))
  }
  const attributes = (tag: Tag, text: string): string =>
    text.replace(ATTRIBUTE, (whole: string, key: string, value = '""') => {
      if (target === 'alipay' && WECHAT_ONLY.test(key)) problems.push(`${key} is a word of WeChat`)
      const spelled = target === 'alipay' ? asWxml(tag, { key, value }, eventNames) : null
      if (spelled !== null) return spelled
      note(tag, key)
      return whole
    })

  const text = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(TAG, (_, close: string, name: string, attributeText: string, self: string) => {
      const tag = { name, isBuiltIn: BUILT_IN.has(name) }
      if (!tag.isBuiltIn && !SYNTAX.has(name) && !components.includes(name))
        problems.push(`<${name}> is neither played by the host nor declared`)
      const written = name === 'import-sjs' ? 'wxs' : tag.isBuiltIn ? `wx-${name}` : name
      return `<${close}${written}${attributes(tag, attributeText)}${self === '' ? '' : ' /'}>`
    })
  return {
    text,
    properties: Object.fromEntries([...properties].map(([tag, names]) => [tag, [...names]])),
    eventNames,
    problems,
  }
}

/** One of Alipay's attributes in WeChat's spelling; null when both spell it alike. */
function asWxml(tag: Tag, { key, value }: Attribute, eventNames: Record<string, string>): string | null {
  if (tag.name === 'import-sjs')
    return key === 'name' ? `module=${value}` : `src=${value.replace('.sjs', '.wxs')}`
  if (key === 'src' && (tag.name === 'import' || tag.name === 'include'))
    return `src=${value.replace('.axml', '.wxml')}`
  if (key.startsWith('a:')) return `wx:${key.slice(2)}=${value}`
  const event = ALIPAY_EVENT.exec(key)
  if (event === null) return null
  const [, how = '', word = ''] = event
  const name = word.charAt(0).toLowerCase() + word.slice(1)
  eventNames[name.toLowerCase()] = name
  return `${how === 'on' ? 'bind' : 'catch'}:${name.toLowerCase()}=${value}`
}

/**
 * A template script as the framework looks it up, by its path without an ending. SJS is written as an ES module, WXS as
 * a CommonJS one.
 */
export function readScript(source: string, target: MiniTarget): string {
  const script =
    target === 'weapp'
      ? source
      : source
          .replace(/^\s*import\s+(\w+)\s+from\s+(['"][^'"]+['"])\s*;?/gm, 'var $1 = require($2);')
          .replace(/export\s+default\s+/, 'module.exports = ')
  return script.replace(/require\((['"])([^'"]+?)\.(wxs|sjs)\1\)/g, 'require($1$2$1)')
}
