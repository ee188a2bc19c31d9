import { statSync } from 'node:fs'
import path from 'node:path'
import type { Answer, Question } from './ask-tools'
import { check, type Check } from './check'
import { compileOfficially, withoutPositions, type CompilerName } from './compilers'
import { judgeQuality } from './quality'
import { judgeMinified, judgeSizes } from './sizes'

export interface Inspection {
  readonly question: Question
  readonly judge: (answer: Answer) => readonly Check[]
}

/** Whether WeChat's compilers take a folder's templates or styles as they are. */
export function inspectSources(compiler: CompilerName, folder: string): Check {
  const name = compiler === 'wcc' ? 'templates (wcc)' : 'styles (wcsc)'
  const compilation = compileOfficially(compiler, folder)
  switch (compilation.state) {
    case 'compiled':
      return check(name, true, `${compilation.fileCount} files`)
    case 'refused':
      return check(name, false, compilation.message)
    case 'not-run':
      return { name, result: 'not run', why: compilation.message }
  }
}

/** What miniprogram-ci is asked about a built project, the longest first; `scratch` takes what would be uploaded. */
export function projectInspections(project: string, scratch: string): readonly Inspection[] {
  const into = path.join(scratch, 'upload')
  return [
    {
      // with es6 off, as we upload, the tools do not even parse a script
      question: { project, setting: { es6: true } },
      judge: (answer) => [judgeCompiled('script syntax', answer)],
    },
    {
      question: { project, setting: { es6: false, minifyJS: true, minifyWXSS: true } },
      judge: (answer) =>
        answer.compiled
          ? judgeMinified(sizesOnDisk(project, Object.keys(answer.sizes)), answer.sizes)
          : [judgeCompiled('minified once more', answer)],
    },
    {
      question: { project, setting: { useProjectConfig: true }, quality: true, into },
      judge: (answer) => [
        judgeCompiled('app.json and pages', answer),
        ...(answer.compiled ? judgeUpload(answer, project, into) : []),
      ],
    },
  ]
}

type Compiled = Extract<Answer, { readonly compiled: true }>

function judgeUpload({ quality }: Compiled, project: string, upload: string): readonly Check[] {
  if (quality === undefined) return [check('quality checks ran', false, 'no answer')]
  return [sameTemplates(project, upload), ...judgeSizes(quality), ...judgeQuality(quality)]
}

/** project.config.json has WeChat minify the templates on their way: what people get must be what was tested. */
function sameTemplates(project: string, upload: string): Check {
  const name = 'templates as uploaded'
  const [ours, theirs] = [compileOfficially('wcc', project), compileOfficially('wcc', upload)]
  if (ours.state === 'not-run') return { name, result: 'not run', why: ours.message }
  if (theirs.state !== 'compiled') return check(name, false, theirs.message)
  const same =
    ours.state === 'compiled' && withoutPositions(ours.program) === withoutPositions(theirs.program)
  return check(name, same, same ? 'compile to the same program' : 'compile to another program')
}

function judgeCompiled(name: string, answer: Answer): Check {
  return answer.compiled
    ? check(name, true, `${Object.keys(answer.sizes).length} files`)
    : check(name, false, answer.message)
}

function sizesOnDisk(folder: string, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, statSync(path.join(folder, name)).size]))
}
