import ts from 'typescript'

const readers = [
  ts.isExpression,
  ts.isStatement,
  ts.isShorthandPropertyAssignment,
  ts.isSpreadAssignment,
  ts.isExportSpecifier,
]

/** Tells the use of a variable from a property of the same name, from its import, from a tag and from a type. */
export function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isBindingElement(parent))
    return parent.initializer === node
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return false
  return readers.some((isReader) => isReader(parent))
}
