import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { listFiles } from '../list-files'
import { inProject } from '../paths'
import type { Outcome } from '../run-tool'
import { allowList, applyAllowList, type Allowed } from './allow-list'
import { apiFinder } from './api-findings'
import type { Finding } from './finding'
import { hostsOf } from './hosts'
import { propFinder } from './prop-findings'
import { virtualProgram } from './virtual-program'

/** Sources by their path in the project. */
type Sources = ReadonlyMap<string, string>

/** Whether everything that `src` asks of WeChat and of Alipay is there. */
export async function checkHostSurface(): Promise<Outcome> {
  return judge(findFaults(clientSources()), allowList)
}

export function judge(findings: readonly Finding[], allowed: readonly Allowed[]): Outcome {
  const { refused, stale } = applyAllowList(findings, allowed)
  const lines = [
    ...refused.map(describe),
    ...stale.map(({ host, name }) => `allow-list: ${name} on ${host} excuses nothing any more`),
  ]
  return { passed: lines.length === 0, output: lines.join('\n') }
}

/** What a phone runs: no tests, and no page configuration, which the build reads. */
function clientSources(): Sources {
  const files = listFiles(inProject('src')).filter((file) => /\.tsx?$/.test(file))
  const shipped = files.filter((file) => !/\.(test|config)\./.test(file))
  return new Map(shipped.map((file) => [inProjectTerms(file), readFileSync(file, 'utf8')]))
}

const inProjectTerms = (file: string): string => path.relative(inProject(), file).split(path.sep).join('/')

export function findFaults(sources: Sources): readonly Finding[] {
  const names = [...sources.keys()]
  const files = [...sources].map(([file, text]) => ({ file, text, on: hostsOf(file, names) }))
  // what only a browser runs is not even read: its players bring large declarations with them
  const onPhones = files.filter(({ on }) => on.length > 0)
  const program = programOf(new Map(onPhones.map(({ file, text }) => [file, text])))
  const checker = program.getTypeChecker()
  const findApis = apiFinder(checker)
  const findProps = propFinder(checker)
  return onPhones.flatMap(({ file, on }) => {
    const source = program.getSourceFile(inProject(file))
    if (source === undefined) throw new Error(`${file} is not in the program`)
    return [...findApis(source, on), ...findProps(source, on)]
  })
}

/** Read with WeChat's options: types are only asked what a component takes, which is the same on every host. */
function programOf(sources: Sources): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(inProject('config/tsconfig.weapp.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  })
  if (config === undefined) throw new Error('config/tsconfig.weapp.json cannot be read')
  const texts = [...sources].map(([file, text]) => [inProject(file), text] as const)
  return virtualProgram(new Map(texts), config.options)
}

function describe({ host, name, detail, node }: Finding): string {
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return `${inProjectTerms(source.fileName)}:${line + 1}: ${name} on ${host}: ${detail}`
}
