import type { TreeNode } from 'glass-easel-miniprogram-adapter'
import { classesOf, withoutNothing, type Drawn, type DrawnPage } from '../trees/tree'
import type { PageStack } from './page-stack'

/** The elements that the framework made know the node they were made for. */
interface Owned {
  readonly __wxElement?: TreeNode
}

/** How the framework repeats a class inside a component, for the component's own style sheet. */
const OF_A_COMPONENT = /^__\w+--/

/**
 * The page on screen and its data, read in one moment. It is the document that is read and not the framework's own
 * tree: what counts is what has come out. What the host's built-in tags put into themselves is left out.
 */
export function drawnTree(stack: PageStack): DrawnPage {
  const page = stack.top()
  if (page === undefined) throw new Error('there is no page')
  const root = page.frame.querySelector('wx-root')
  // a copy, as data is that has crossed a bridge
  const data = JSON.parse(JSON.stringify(page.instance.data)) as DrawnPage['data']
  return { route: page.route, data, children: root === null ? [] : childrenOf(root) }
}

function childrenOf(element: Element): readonly Drawn[] {
  return [...element.childNodes].flatMap((child): readonly Drawn[] => {
    if (child instanceof Text) return child.data === '' ? [] : [child.data]
    const { __wxElement: node } = child as Node & Owned
    if (!(child instanceof HTMLElement) || node === undefined) return []
    return [
      {
        tag: child.localName,
        id: child.id.replace(/^.*?--/, ''),
        classes: classesOf(child.className).filter((name) => !OF_A_COMPONENT.test(name)),
        properties: node.is.startsWith('builtin/') ? withoutNothing(node.data) : {},
        children: childrenOf(child),
      },
    ]
  })
}
