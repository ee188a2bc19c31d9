import ts from 'typescript'
import { declaredHosts } from './declared-hosts'
import { isRead } from './is-read'

/** A prop given to a component of Taro, or the component itself. */
export interface PropUse {
  readonly component: string
  /** Null for the component itself; `…` where nobody can tell what it is given. */
  readonly prop: string | null
  /** The platforms that Taro's declarations name; null for all. */
  readonly declared: readonly string[] | null
  readonly node: ts.Node
}

const UNTOLD = '…'

/** Everything that a source file gives to Taro's components, by attribute and by spread. */
export function propUses(source: ts.SourceFile, checker: ts.TypeChecker): readonly PropUse[] {
  const uses: PropUse[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningLikeElement(node)) uses.push(...usesOfElement(node, checker))
    if (ts.isIdentifier(node)) uses.push(...usesAsValue(node, checker))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses
}

function usesOfElement(element: ts.JsxOpeningLikeElement, checker: ts.TypeChecker): readonly PropUse[] {
  const component = taroComponent(element.tagName, checker)
  if (component === null) return []
  // asking for the type that the tag expects would check every expression inside it first: seconds, for the same answer
  const [props] = checker.getTypeOfSymbol(component).aliasTypeArguments ?? []
  const given = element.attributes.properties.flatMap((attribute) =>
    namesGiven(attribute, checker).map((prop) => ({
      component: component.name,
      prop,
      declared: declaredFor(prop, props, checker),
      node: attribute,
    })),
  )
  const itself = {
    component: component.name,
    prop: null,
    declared: declaredHosts(component, checker),
    node: element,
  }
  return [itself, ...given]
}

/** A component that is handed on: what it is given is written under another name. */
function usesAsValue(node: ts.Identifier, checker: ts.TypeChecker): readonly PropUse[] {
  const component = isRead(node) ? taroComponent(node, checker) : null
  return component === null ? [] : [{ component: component.name, prop: UNTOLD, declared: [], node }]
}

function taroComponent(tag: ts.Node, checker: ts.TypeChecker): ts.Symbol | null {
  const symbol = checker.getSymbolAtLocation(tag)
  if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Alias)) return null
  const component = checker.getAliasedSymbol(symbol)
  const file = component.declarations?.[0]?.getSourceFile().fileName ?? ''
  return file.includes('/@tarojs/components/') ? component : null
}

function namesGiven(attribute: ts.JsxAttributeLike, checker: ts.TypeChecker): readonly string[] {
  if (ts.isJsxAttribute(attribute)) return [attribute.name.getText()]
  const type = checker.getTypeAtLocation(attribute.expression)
  return [...new Set((type.isUnion() ? type.types : [type]).flatMap((one) => namesOfType(one, checker)))]
}

function namesOfType(type: ts.Type, checker: ts.TypeChecker): readonly string[] {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.BooleanLike
  if (type.flags & nothing) return []
  const isUntold = (type.flags & ts.TypeFlags.Object) === 0 || checker.getIndexInfosOfType(type).length > 0
  const names = checker.getPropertiesOfType(type).map(({ name }) => name)
  return isUntold ? [...names, UNTOLD] : names
}

function declaredFor(prop: string, props: ts.Type | undefined, checker: ts.TypeChecker) {
  const shapes = props?.isUnion() ? props.types : [props]
  const symbols = shapes.flatMap((shape) => (shape && checker.getPropertyOfType(shape, prop)) ?? [])
  if (symbols.length === 0) return []
  const named = symbols.map((symbol) => declaredHosts(symbol, checker))
  return named.some((hosts) => hosts === null) ? null : named.flatMap((hosts) => hosts ?? [])
}
