import { glassEasel, type TreeNode } from 'glass-easel-miniprogram-adapter'
import type { MiniTarget } from '../bundle'

/** As both document it. */
const LONG_PRESS_MS = { weapp: 350, alipay: 500 } as const

/** The one gesture that the framework's DOM does not make by itself; the hosts name it differently. */
export function playLongPress(target: MiniTarget): void {
  let timer = 0
  const press = (event: Event): void => {
    clearTimeout(timer)
    if (event.type !== 'pointerdown') return
    timer = window.setTimeout(() => {
      const node = nodeAt(event.target)
      if (node === null) return
      const options = { bubbles: true, composed: true, originalEvent: event }
      glassEasel.triggerEvent(node, target === 'alipay' ? 'longtap' : 'longpress', {}, options)
    }, LONG_PRESS_MS[target])
  }
  for (const type of ['pointerdown', 'pointerup', 'pointermove', 'pointercancel'])
    document.body.addEventListener(type, press, true)
}

interface Owned {
  readonly __wxElement?: TreeNode
}

function nodeAt(start: EventTarget | null): TreeNode | null {
  for (let at = start instanceof Node ? start : null; at !== null; at = at.parentNode) {
    const { __wxElement: node } = at as Node & Owned
    if (node !== undefined) return node
  }
  return null
}
