import type { PageStack } from './page-stack'

/** What WeChat's audit looks at: fewer than 1,000 nodes, at most 60 children of one, fewer than 30 levels. */
export interface TreeSize {
  readonly nodes: number
  readonly widest: number
  readonly depth: number
}

interface Branch {
  readonly cn?: readonly Branch[]
}

/** Size of the page on screen, by the data that its logic keeps for it. */
export function treeSize(stack: PageStack): TreeSize {
  return sizeOf(stack.top()?.instance.data.root ?? {})
}

function sizeOf({ cn = [] }: Branch): TreeSize {
  const sizes = cn.map(sizeOf)
  return {
    nodes: sizes.reduce((sum, { nodes }) => sum + nodes, 1),
    widest: Math.max(cn.length, ...sizes.map(({ widest }) => widest)),
    depth: 1 + Math.max(0, ...sizes.map(({ depth }) => depth)),
  }
}
