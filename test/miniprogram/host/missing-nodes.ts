import type { TreeNode } from 'glass-easel-miniprogram-adapter'
import type { PageStack } from './page-stack'

/** A node of Taro's tree as it lies in the page's data. */
interface DataNode {
  readonly sid?: string
  readonly uid?: string
  /** Text of a text node. */
  readonly v?: string
  readonly nn?: string
  readonly cn?: readonly DataNode[]
}

/**
 * Nodes that the page's data has and its view lacks. The framework draws a template that is missing as nothing and says
 * nothing, so the two sides are compared: every element by its id, every text by its letters.
 */
export function missingNodes(stack: PageStack): readonly string[] {
  const page = stack.top()
  if (page === undefined) return ['there is no page']
  const data = page.instance.data.root as DataNode | undefined
  if (data === undefined) return [`${page.route} has no data`]
  const drawn = new Set<string>()
  collect(page.root.getComponent().shadowRoot, drawn)
  const shown = squeezed(page.frame.querySelector('wx-root')?.textContent ?? '')
  return (data.cn ?? []).flatMap((child) => missingIn(child, drawn, shown))
}

function missingIn(node: DataNode, drawn: ReadonlySet<string>, shown: string): readonly string[] {
  if (node.v !== undefined && node.cn === undefined)
    return shown.includes(squeezed(node.v)) ? [] : [`text "${node.v}"`]
  const id = node.uid ?? node.sid
  if (id !== undefined && node.nn !== undefined && !drawn.has(id)) return [`node ${id} (${node.nn})`]
  return (node.cn ?? []).flatMap((child) => missingIn(child, drawn, shown))
}

function collect(node: TreeNode, into: Set<string>): void {
  if (typeof node.id === 'string' && node.id !== '') into.add(node.id)
  const inside = node.is === 'comp' ? [node.shadowRoot] : (node.childNodes ?? [])
  for (const child of inside) collect(child, into)
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')
