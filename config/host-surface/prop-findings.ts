import type ts from 'typescript'
import { boundAttributes, type IsBound } from './bound-attributes'
import type { Finding } from './finding'
import type { Host } from './hosts'
import { propUses, type PropUse } from './prop-uses'

export type FindProps = (source: ts.SourceFile, on: readonly Host[]) => readonly Finding[]

/** Looks for components and props that do nothing, or are not promised to do anything, on a host. */
export function propFinder(checker: ts.TypeChecker): FindProps {
  const isBound = { weapp: boundAttributes('weapp'), alipay: boundAttributes('alipay') }
  return (source, on) =>
    propUses(source, checker).flatMap((use) =>
      on.flatMap((host) => [...declaredFault(use, host), ...boundFault(use, host, isBound[host])]),
    )
}

const nameOf = ({ component, prop }: PropUse): string => (prop === null ? component : `${component}.${prop}`)

function declaredFault(use: PropUse, host: Host): readonly Finding[] {
  const { declared, node } = use
  if (declared === null || declared.includes(host)) return []
  const detail =
    declared.length === 0 ? 'is not declared at all' : `is declared for ${declared.join(', ')} only`
  return [{ host, name: nameOf(use), fault: 'undeclared', detail, node }]
}

function boundFault(use: PropUse, host: Host, isBound: IsBound): readonly Finding[] {
  if (isBound(use.component, use.prop)) return []
  const detail = use.prop === null ? 'has no template there' : 'is dropped by the template'
  return [{ host, name: nameOf(use), fault: 'unbound', detail, node: use.node }]
}
