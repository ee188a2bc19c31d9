import { ensureBuilt } from '../../../config/build-stamp'
import { inProject } from '../../../config/paths'
import { catalogue, type Shop } from '../../../local/seed/catalogue'
import { Stage } from '../../journeys/stage'
import type { Tally } from '../../tools/jest-part'
import type { MiniTarget } from '../bundle'
import { BuildCopy } from './build-copy'
import { judgeAll, type Court, type Trial, type Verdict } from './judge'
import { mutations } from './mutations'
import { compilersAreHere, findPipeline } from './official-findings'
import type { Visitor } from './probe'

const targets: readonly MiniTarget[] = ['weapp', 'alipay']

/** Each with a show and a shelf of their own. */
const visitorOf = (folder: Shop['folder'], person: Visitor['person']): Visitor => {
  const shop = catalogue.find((one) => one.folder === folder)
  const [show, product] = [shop?.rooms.find(({ status }) => status === 'live'), shop?.products[0]]
  if (show === undefined || product === undefined)
    throw new Error(`${folder} has no live show in the catalogue`)
  return { person, show: show.title, product: product.name }
}
const visitors: readonly Visitor[] = [
  visitorOf('orchard', { weapp: 'wechat-lin', alipay: 'alipay-wang' }),
  visitorOf('jewellery', { weapp: 'wechat-he', alipay: 'alipay-zhao' }),
]

const copyOf = (target: MiniTarget): BuildCopy => new BuildCopy(target, inProject('dist', target))

const trials = targets.flatMap((target) =>
  mutations
    .filter(({ only }) => only === undefined || only === target)
    .map((mutation): Trial => ({ target, mutation })),
)
/** What a step of a broken build gets on a quick machine, and on a slow one as a multiple of what a sound one took. */
const STEP_MS = 4000
const OF_THE_SLOWEST = 2.5
const PATIENT_STEP_MS = 20_000
/** Each visitor sees each host once. */
const controls = [...targets, ...targets].map((target): Trial => ({ target, mutation: null }))

/** Breaks what was built in known ways and shows that each of them is noticed; the last line printed is the sum. */
export async function runMutations(): Promise<Tally> {
  for (const target of targets) await ensureBuilt(target)
  const pipeline = await findPipeline()
  if (!compilersAreHere(inProject('dist/weapp')))
    console.log("WeChat's compilers are NOT ASKED: not on this machine")
  // all of them from one build, even if somebody builds meanwhile
  const [weapp, alipay] = [copyOf('weapp'), copyOf('alipay')]
  const stage = await Stage.set()
  try {
    return await tryAll({
      stage,
      pipeline,
      builds: { weapp: weapp.folder, alipay: alipay.folder },
      stepMs: PATIENT_STEP_MS,
    })
  } finally {
    weapp.discard()
    alipay.discard()
    await stage.strike()
  }
}

async function tryAll(patient: Court): Promise<Tally> {
  const slowest = await expectSound(patient, 'what was built does not pass as it is')
  const stepMs = Math.min(PATIENT_STEP_MS, Math.max(STEP_MS, slowest * OF_THE_SLOWEST))
  const court = { ...patient, stepMs }
  const verdicts = await judgeAll(trials, visitors, court)
  // a machine that has become too slow would take part in "noticing"
  await expectSound(court, 'the machine was too slow in the end: the verdicts above mean nothing')
  console.log(`noticed by ${countWatchers(verdicts)}`)
  const missed = verdicts.filter(({ found }) => found.length === 0)
  const noticed = verdicts.length - missed.length
  const names = missed.map(({ target, mutation }) => `${target}: ${mutation?.name ?? ''}`)
  console.log(JSON.stringify({ mutations: verdicts.length, noticed, missed: names }))
  return { passed: noticed, failed: missed.length }
}

function countWatchers(verdicts: readonly Verdict[]): string {
  const watchers = verdicts.flatMap(({ found }) => [...new Set(found.map(({ by }) => by))])
  const counts = [...new Set(watchers)].map(
    (watcher) => `${watcher} ${watchers.filter((one) => one === watcher).length}`,
  )
  return counts.join(', ')
}

/** The build as it is has nothing wrong with it; returns how long its slowest step took. */
async function expectSound(court: Court, otherwise: string): Promise<number> {
  const verdicts = await judgeAll(controls, visitors, court)
  if (verdicts.some(({ found }) => found.length > 0)) throw new Error(otherwise)
  return Math.max(...verdicts.map(({ slowestStepMs }) => slowestStepMs))
}
