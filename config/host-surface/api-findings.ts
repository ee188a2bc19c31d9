import ts from 'typescript'
import { apiUses, type ApiUse } from './api-uses'
import { declaredHosts } from './declared-hosts'
import type { Finding } from './finding'
import hostNames from './host-names.json'
import { globalOf, type Host } from './hosts'
import { taroOfHost, type AskTaro } from './taro-of-host'

export type FindApis = (source: ts.SourceFile, on: readonly Host[]) => readonly Finding[]

/** Looks for APIs that a host a file is compiled for does not have. */
export function apiFinder(checker: ts.TypeChecker): FindApis {
  const askTaro = { weapp: taroOfHost('weapp'), alipay: taroOfHost('alipay') }
  return (source, on) =>
    apiUses(source, checker).flatMap((use) =>
      on.flatMap((host) => [
        ...faultOf(use, host, wayOf(use, host, askTaro[host])),
        ...hookFault(use, host, checker),
      ]),
    )
}

function wayOf({ of, member }: ApiUse, host: Host, ask: AskTaro): string | null {
  if (member === null) return 'is handed on whole: nobody can tell what is taken from it'
  if (of === 'Taro') return ask(member)
  if (of !== globalOf[host]) return 'is the object of another host'
  return hostNames[host].includes(member) ? null : `is not declared by ${of}'s own typings`
}

function faultOf({ of, member, node }: ApiUse, host: Host, detail: string | null): readonly Finding[] {
  if (detail === null) return []
  return [{ host, name: `${of}.${member ?? '…'}`, fault: 'missing', detail, node }]
}

/** A hook reaches a page's methods, which no typings of a host list: here Taro's declarations are all there is. */
function hookFault({ of, member, node }: ApiUse, host: Host, checker: ts.TypeChecker): readonly Finding[] {
  if (of !== 'Taro' || member === null || !/^use[A-Z]/.test(member)) return []
  const declared = declaredAt(node, checker)
  if (declared === null || declared.includes(host)) return []
  const detail = `is declared for ${declared.join(', ')} only`
  return [{ host, name: `Taro.${member}`, fault: 'undeclared', detail, node }]
}

function declaredAt(node: ts.Node, checker: ts.TypeChecker): readonly string[] | null {
  const symbol = checker.getSymbolAtLocation(node)
  if (symbol === undefined) return null
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0
  return declaredHosts(isAlias ? checker.getAliasedSymbol(symbol) : symbol, checker)
}
