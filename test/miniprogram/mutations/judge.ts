import type { Stage } from '../../journeys/stage'
import type { MiniTarget } from '../bundle'
import { BuildCopy } from './build-copy'
import type { Finding } from './finding'
import type { Mutation } from './mutations'
import { askCompilers, askPipeline } from './official-findings'
import { probe, type Visitor } from './probe'

/** One build to be looked at: broken in one way, or, with null, as it is. */
export interface Trial {
  readonly target: MiniTarget
  readonly mutation: Mutation | null
}

export interface Verdict extends Trial {
  readonly found: readonly Finding[]
  readonly slowestStepMs: number
}

export interface Court {
  readonly stage: Stage
  /** Folders of the builds as they are. */
  readonly builds: Readonly<Record<MiniTarget, string>>
  readonly stepMs: number
  /** Folder of miniprogram-ci, if it can be had. */
  readonly pipeline: string | null
}

/** What everybody who can notice something says about one build. */
export async function judge({ target, mutation }: Trial, visitor: Visitor, court: Court): Promise<Verdict> {
  const build = new BuildCopy(target, court.builds[target])
  try {
    mutation?.apply(build)
    const { stepMs, stage } = court
    const [walked, asked] = await Promise.all([
      probe(build.folder, target, { browser: stage.browser, origin: stage.url, visitor, stepMs }),
      target === 'weapp' ? askOfficials(build.folder, mutation, court) : [],
    ])
    return { target, mutation, ...walked, found: [...walked.found, ...asked] }
  } finally {
    build.discard()
  }
}

async function askOfficials(
  folder: string,
  mutation: Mutation | null,
  { pipeline }: Court,
): Promise<readonly Finding[]> {
  const isForPipeline = mutation === null || mutation.isForPipeline === true
  const found = pipeline !== null && isForPipeline ? await askPipeline(pipeline, folder) : []
  return [...askCompilers(folder), ...found]
}

/** All trials, one at a time for each visitor, in the order given. */
export async function judgeAll(
  trials: readonly Trial[],
  visitors: readonly Visitor[],
  court: Court,
): Promise<readonly Verdict[]> {
  const waiting = [...trials]
  const verdicts: Verdict[] = []
  const work = async (visitor: Visitor): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await judge(next, visitor, court)
      verdicts.push(verdict)
      printVerdict(verdict)
    }
  }
  await Promise.all(visitors.map(work))
  return verdicts
}

const LONGEST = 110

function printVerdict({ target, mutation, found }: Verdict): void {
  const watchers = [...new Set(found.map(({ by }) => by))]
  const isGood = mutation === null ? found.length === 0 : found.length > 0
  console.log(
    `${isGood ? 'ok  ' : 'FAIL'} ${target.padEnd(7)} ${(mutation?.name ?? 'the build as it is').padEnd(42)} ${
      watchers.length === 0 ? 'nothing noticed' : `noticed by ${watchers.join(', ')}`
    }`,
  )
  const shown = mutation === null ? found : found.slice(0, 1)
  for (const { by, what } of shown)
    console.log(`       ${by}: ${what.replace(/\s+/g, ' ').slice(0, LONGEST)}`)
}
