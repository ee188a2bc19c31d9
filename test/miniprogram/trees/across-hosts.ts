import { outline, type Drawn, type DrawnElement } from './tree'

/** WeChat plays FLV in its native player and Alipay HLS in its video: one box with a picture for both. */
const PICTURES = ['wx-live-player', 'wx-video']
const BACK = '返回'
/** Alipay's word for a button that asks for the phone number. */
const asOpenType = (type: unknown): unknown => (type === 'getAuthorize' ? 'getPhoneNumber' : type)
/** What people see, hear or run into; all others are switches that each host has for itself. */
const NOTICED = [
  ...['ariaHidden', 'ariaLabel', 'ariaLive', 'ariaSelected', 'ariaChecked', 'ariaDisabled', 'role'],
  ...['src', 'mode', 'value', 'placeholder', 'maxlength', 'disabled', 'checked', 'openType', 'password'],
  ...['scrollX', 'scrollY'],
]

/** One page in both hosts as lines that are the same when all is well: what the hosts rightly do differently is gone. */
export function comparable(weapp: readonly Drawn[], alipay: readonly Drawn[]) {
  // A room in Alipay draws no way back, as the super-app's arrow stays; its row has a class that makes up for it.
  const row = elementsIn(weapp).find(({ children }) => children.some(isWayBack))?.classes ?? []
  const lines = (nodes: readonly Drawn[]): readonly string[] =>
    outline(nodes.map((node) => shared(node, row)))
  return { weapp: lines(withoutWayBack(weapp)), alipay: lines(alipay) }
}

/** The shown end of a push key, by itself or quoted in a command, ends with the second in which it was asked for. */
const PUSH_KEY = /(•+)[0-9a-f]{4}(?='?$)/

function shared(node: Drawn, row: readonly string[]): Drawn {
  if (typeof node === 'string') return node.replace(PUSH_KEY, '$1')
  const { tag, id, classes, properties, children } = node
  const isRow = row.length > 0 && row.every((name) => classes.includes(name))
  const isPicture = PICTURES.includes(tag)
  return {
    tag: isPicture ? 'picture' : tag,
    // the others count what this phone has made so far
    id: id.startsWith('_') ? '' : id,
    classes: isRow ? row : classes,
    properties: isPicture ? {} : noticedIn(properties),
    children: children.map((child) => shared(child, row)),
  }
}

function noticedIn(properties: DrawnElement['properties']): DrawnElement['properties'] {
  // WeChat's word for what Alipay, as browsers, calls role
  const { ariaRole: role = properties.role } = properties
  const told: DrawnElement['properties'] = { ...properties, role, openType: asOpenType(properties.openType) }
  return Object.fromEntries(
    NOTICED.map((name) => [name, told[name]] as const).filter(([, value]) => value !== undefined),
  )
}

const isWayBack = (node: Drawn): boolean => typeof node !== 'string' && node.properties.ariaLabel === BACK

function withoutWayBack(nodes: readonly Drawn[]): readonly Drawn[] {
  return nodes
    .filter((node) => !isWayBack(node))
    .map((node) => (typeof node === 'string' ? node : { ...node, children: withoutWayBack(node.children) }))
}

function elementsIn(nodes: readonly Drawn[]): readonly DrawnElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsIn(node.children)]))
}
