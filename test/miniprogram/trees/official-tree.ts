import vm from 'node:vm'
import * as v from 'valibot'
import { compileOfficially } from '../official/compilers'
import { classesOf, withoutNothing, type Drawn, type DrawnPage } from './tree'

/** A node as the compiled program gives it. */
type OfficialNode = string | number | boolean | OfficialElement
interface OfficialElement {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>> | undefined
  readonly children?: readonly OfficialNode[] | undefined
}

const officialNode: v.GenericSchema<OfficialNode> = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.object({
    tag: v.string(),
    attr: v.optional(v.record(v.string(), v.unknown())),
    children: v.optional(v.array(v.lazy(() => officialNode))),
  }),
])
const officialPage = v.object({ children: v.array(officialNode) })

export type DrawOfficially = (page: Pick<DrawnPage, 'route' | 'data'>) => readonly Drawn[]

export type OfficialProgram =
  | { readonly state: 'ready'; readonly draw: DrawOfficially }
  | { readonly state: 'not-run'; readonly message: string }

/** Holders of several nodes that are no element themselves, as a list or a template. */
const GROUP = 'virtual'
/** Taro's one component: no element either (`virtualHost`), it draws what lies deeper than the templates repeat. */
const COMPONENT = { tag: 'wx-comp', path: 'comp' }
/** What is compared in another way (class, id), or tells no property. */
const NO_PROPERTY = /^(class|id|slot|style|data-.*|(capture-)?(bind|catch).*)$/

/** The templates of a folder as WeChat's own compiler understands them: from a page's data to its nodes. */
export function compileTrees(folder: string): OfficialProgram {
  const compilation = compileOfficially('wcc', folder)
  if (compilation.state === 'not-run') return compilation
  if (compilation.state === 'refused') throw new Error(`wcc refuses ${folder}: ${compilation.message}`)
  const render = loadProgram(compilation.program)
  const draw: DrawOfficially = ({ route, data }) => render(route, data).flatMap(drawNode)
  const drawNode = (node: OfficialNode): readonly Drawn[] => {
    if (typeof node !== 'object') return node === '' ? [] : [String(node)]
    const { tag, attr = {}, children = [] } = node
    if (tag === GROUP) return children.flatMap(drawNode)
    if (tag === COMPONENT.tag) return draw({ route: COMPONENT.path, data: attr })
    return [
      {
        tag,
        id: textOf(attr.id),
        classes: classesOf(textOf(attr.class)),
        properties: propertiesOf(attr),
        children: children.flatMap(drawNode),
      },
    ]
  }
  return { state: 'ready', draw }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const propertiesOf = (attributes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  withoutNothing(Object.fromEntries(Object.entries(attributes).filter(([name]) => !NO_PROPERTY.test(name))))

type Render = (route: string, data: unknown) => readonly OfficialNode[]

/** The program logs what it cannot do and goes on; here that is an error. */
function loadProgram(program: string): Render {
  const complaints: string[] = []
  const complain = (...words: readonly unknown[]): void => {
    complaints.push(words.map(String).join(' '))
  }
  const realm = vm.createContext({ console: { log: complain, warn: complain, error: complain } })
  vm.runInContext(`var window = { __webview_engine_version__: 0.02 }; ${program}`, realm)
  return (route, data) => {
    // It knows a record by its constructor: data from outside its realm would reach no template script.
    Object.assign(realm, { path: `${route}.wxml`, json: JSON.stringify(data) })
    const page: unknown = vm.runInContext('JSON.stringify($gwx(path)(JSON.parse(json), {}, {}))', realm)
    if (complaints.length > 0) throw new Error(`wcc's program says: ${complaints.splice(0).join('\n')}`)
    return v.parse(officialPage, JSON.parse(String(page))).children
  }
}
