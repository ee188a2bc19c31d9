import { askTools } from '../official/ask-tools'
import { compileOfficially, type CompilerName } from '../official/compilers'
import { installTools } from '../official/install-tools'
import { findings, type Finding } from './finding'

const COMPILERS: readonly CompilerName[] = ['wcc', 'wcsc']

/** What WeChat's own compilers refuse; a machine that they do not exist for is told about once, by the run. */
export const askCompilers = (folder: string): readonly Finding[] =>
  COMPILERS.flatMap((name) => {
    const compilation = compileOfficially(name, folder)
    return compilation.state === 'refused' ? findings(name, [compilation.message]) : []
  })

export const compilersAreHere = (folder: string): boolean =>
  COMPILERS.every((name) => compileOfficially(name, folder).state !== 'not-run')

/** miniprogram-ci's folder, or null where it cannot be had: then the host's own reading of the settings is alone. */
export const findPipeline = (): Promise<string | null> =>
  installTools().catch((error: unknown) => {
    console.log(`miniprogram-ci is NOT ASKED: ${error instanceof Error ? error.message : String(error)}`)
    return null
  })

export async function askPipeline(home: string, project: string): Promise<readonly Finding[]> {
  const answer = await askTools(home, { project, setting: { useProjectConfig: true } }, 60_000)
  return answer.compiled ? [] : findings('miniprogram-ci', [answer.message])
}
