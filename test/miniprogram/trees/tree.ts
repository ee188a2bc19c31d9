/** A node of a page in one spelling, whoever has drawn it. */
export type Drawn = string | DrawnElement

export interface DrawnElement {
  readonly tag: string
  /** As the template gives it. */
  readonly id: string
  readonly classes: readonly string[]
  /** What the template told a built-in tag, without what it left open. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly children: readonly Drawn[]
}

/** A page as it was at one moment: its data and what was drawn of it. */
export interface DrawnPage {
  readonly route: string
  readonly data: Readonly<Record<string, unknown>>
  readonly children: readonly Drawn[]
}

/** One line for each node, so that a test prints the lines that differ. */
export function outline(nodes: readonly Drawn[], indent = ''): readonly string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? [indent + JSON.stringify(node)]
      : [indent + describeElement(node), ...outline(node.children, `${indent}  `)],
  )
}

function describeElement({ tag, id, classes, properties }: DrawnElement): string {
  const told = Object.entries(properties)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return [
    tag,
    ...(id === '' ? [] : [`#${id}`]),
    ...classes.toSorted().map((name) => `.${name}`),
    ...told,
  ].join(' ')
}

export const classesOf = (text: string): readonly string[] => text.split(/\s+/).filter((name) => name !== '')

/** What a template leaves open, one engine calls null and the other does not name. */
export const withoutNothing = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined))
