import path from 'node:path'
import { builtInTags } from '../built-in-tags'
import { rpxAsVw } from '../rpx'

const TAG_SELECTOR = new RegExp(`(^|[\\s>+~,(])(page|${builtInTags.join('|')})(?![\\w-])`, 'g')
const KEYFRAME_OR_RULE = /^\s*(@|from|to|\d)/

/** A style sheet of a mini-program as a browser reads it: rpx become vw, tags get the prefix of the host's elements. */
export const asBrowserCss = (css: string): string =>
  rpxAsVw(css.replace(/\/\*[\s\S]*?\*\//g, '')).replace(/([^{}]+)\{/g, (whole, selector: string) =>
    KEYFRAME_OR_RULE.test(selector)
      ? whole
      : `${selector.replace(TAG_SELECTOR, (_, before: string, tag: string) => `${before}wx-${tag}`)}{`,
  )

const IMPORT = /@import\s+(?:url\()?["']([^"')]+)["']\)?\s*;?/g

/** A sheet with what it imports in its place: a browser would ask a server for it. */
export function withImports(file: string, read: (file: string) => string): string {
  return read(file).replace(IMPORT, (_, wanted: string) =>
    withImports(path.posix.normalize(path.posix.join(path.posix.dirname(file), wanted)), read),
  )
}

/** A rule that does not end swallows the ones after it, and a browser says nothing. */
export function sheetProblems(css: string): readonly string[] {
  let depth = 0
  for (const [brace] of css.replace(COMMENT_OR_TEXT, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return ['closes a rule that is not open']
  }
  return depth === 0 ? [] : ['leaves a rule open']
}
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'/g
