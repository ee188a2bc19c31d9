import { glassEasel, type TreeEvent, type TreeNode } from 'glass-easel-miniprogram-adapter'
import type { MiniBundle } from '../bundle'

/** Turns functions of the app's definitions into ones that receive plain events. */
export type PlainEvents = <T extends object>(definition: T) => T

/** Handlers receive plain data, as they do across the real bridge. */
export function plainEvents({ target, eventNames }: MiniBundle): PlainEvents {
  const plain = (event: TreeEvent): object => {
    const touches = touchesOf(event.getOriginalEvent())
    return {
      type: eventNames[event.type] ?? event.type,
      timeStamp: event.timeStamp,
      detail: detailOf(event),
      target: target === 'alipay' ? alipayTarget(event) : nodeOf(event.target),
      currentTarget: nodeOf(event.currentTarget),
      mark: { ...event.mark },
      touches,
      changedTouches: touches,
    }
  }
  return (definition) => {
    const entries = Object.entries(definition).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'function') return [name, value] as const
      const handler = value as (this: unknown, ...args: unknown[]) => unknown
      const guarded = function (this: unknown, ...args: unknown[]): unknown {
        const [first, ...rest] = args
        return handler.apply(this, first instanceof glassEasel.Event ? [plain(first), ...rest] : args)
      }
      return [name, guarded] as const
    })
    return Object.assign(definition, Object.fromEntries(entries))
  }
}

const nodeOf = ({ id, dataset }: TreeNode): object => ({
  id,
  dataset: { ...dataset },
  offsetLeft: 0,
  offsetTop: 0,
})

/** The tapped one's id with the listener's data: the tapped one's own data has another name here. */
const alipayTarget = ({ target, currentTarget }: TreeEvent): object => ({
  ...nodeOf(target),
  dataset: { ...currentTarget.dataset },
  targetDataset: { ...target.dataset },
})

function detailOf({ type, detail }: TreeEvent): unknown {
  if (type.startsWith('touch') || typeof detail !== 'object' || detail === null) return {}
  if ('x' in detail && 'y' in detail) return { x: detail.x, y: detail.y }
  return JSON.parse(JSON.stringify(detail))
}

interface Point {
  readonly identifier?: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
}

function touchesOf(original: unknown): readonly object[] {
  if (original instanceof TouchEvent)
    return [...(original.touches.length > 0 ? original.touches : original.changedTouches)].map(touch)
  return original instanceof MouseEvent ? [touch(original)] : []
}

const touch = ({ identifier = 0, pageX, pageY, clientX, clientY }: Point): object => ({
  identifier,
  pageX,
  pageY,
  clientX,
  clientY,
})
