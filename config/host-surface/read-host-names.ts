import ts from 'typescript'
import { inProject } from '../paths'
import { virtualProgram } from './virtual-program'

export interface HostNames {
  readonly weapp: readonly string[]
  readonly alipay: readonly string[]
}

const ENTRY = inProject('config/host-surface/typings-of-the-hosts.ts')
const SOURCE = `
/// <reference types="miniprogram-api-typings" />
/// <reference types="@mini-types/alipay" />
type Weapp = typeof wx
type Alipay = typeof my
`

/** The names that the hosts' official typings declare on `wx` and on `my`. */
export function readHostNames(): HostNames {
  const program = virtualProgram(new Map([[ENTRY, SOURCE]]), {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    types: [],
    skipLibCheck: true,
  })
  return { weapp: membersOf(program, 'Weapp'), alipay: membersOf(program, 'Alipay') }
}

function membersOf(program: ts.Program, alias: string): readonly string[] {
  const statement = program
    .getSourceFile(ENTRY)
    ?.statements.find((each) => ts.isTypeAliasDeclaration(each) && each.name.text === alias)
  if (statement === undefined) throw new Error(`no type is called ${alias}`)
  return program
    .getTypeChecker()
    .getTypeAtLocation(statement)
    .getProperties()
    .map(({ name }) => name)
    .sort()
}
