import ts from 'typescript'
import { isRead } from './is-read'

/** A name taken from Taro (`Taro.request`, an imported hook) or from a host's own object. */
export interface ApiUse {
  readonly of: 'Taro' | 'wx' | 'my'
  /** Null where the code hands the whole object on, so that nobody can tell what is taken from it. */
  readonly member: string | null
  /** The name where it is taken. */
  readonly node: ts.Node
}

/** Every API that a source file names. */
export function apiUses(source: ts.SourceFile, checker: ts.TypeChecker): readonly ApiUse[] {
  const uses: ApiUse[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) uses.push(...importedApi(node, checker))
    if (ts.isIdentifier(node)) uses.push(...membersOf(node, checker))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses
}

function importedApi(node: ts.ImportSpecifier, checker: ts.TypeChecker): readonly ApiUse[] {
  const { parent: clause } = node.parent
  if (!isTaro(clause.parent) || node.isTypeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword)
    return []
  const symbol = checker.getSymbolAtLocation(node.name)
  const isType = symbol !== undefined && !(checker.getAliasedSymbol(symbol).flags & ts.SymbolFlags.Value)
  return isType ? [] : [{ of: 'Taro', member: (node.propertyName ?? node.name).text, node: node.name }]
}

function membersOf(node: ts.Identifier, checker: ts.TypeChecker): readonly ApiUse[] {
  const of = objectNamed(node, checker)
  return of === null ? [] : takenFrom(node).map((taken) => ({ of, ...taken }))
}

/** What an expression takes from the object it names: a member, several by destructuring, or all of it. */
function takenFrom(node: ts.Identifier): readonly Omit<ApiUse, 'of'>[] {
  const { parent } = node
  if (ts.isTypeOfExpression(parent)) return []
  if (ts.isPropertyAccessExpression(parent)) return [{ member: parent.name.text, node: parent.name }]
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression))
    return [{ member: parent.argumentExpression.text, node: parent.argumentExpression }]
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.map((element) => ({ member: boundName(element), node: element }))
  return [{ member: null, node }]
}

function boundName({ propertyName, name, dotDotDotToken }: ts.BindingElement): string | null {
  const taken = propertyName ?? name
  return dotDotDotToken === undefined && ts.isIdentifier(taken) ? taken.text : null
}

function objectNamed(node: ts.Identifier, checker: ts.TypeChecker): ApiUse['of'] | null {
  if (!isRead(node)) return null
  const declaration = symbolOf(node, checker)?.declarations?.[0]
  if (node.text === 'wx' || node.text === 'my')
    return declaration === undefined || declaration.getSourceFile().isDeclarationFile ? node.text : null
  const isWhole =
    declaration !== undefined && (ts.isImportClause(declaration) || ts.isNamespaceImport(declaration))
  return isWhole && isTaro(ts.findAncestor(declaration, ts.isImportDeclaration)) ? 'Taro' : null
}

function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node
  return ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node)
}

function isTaro(node: ts.Node | undefined): boolean {
  return (
    node !== undefined &&
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    node.moduleSpecifier.text === '@tarojs/taro'
  )
}
