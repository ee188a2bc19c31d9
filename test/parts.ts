import { ensureBuilt } from '../config/build-stamp'
import { runGates } from '../config/run-gates'
import { clientTargets } from '../config/client-target'
import { runMutations } from './miniprogram/mutations/run-mutations'
import { runOfficial } from './miniprogram/official/run-official'
import { runSimulation } from './simulation/simulation-part'
import { ensureTools } from './tools/ensure'
import { runJest, type Tally } from './tools/jest-part'

export interface Part {
  readonly name: string
  readonly run: () => Promise<Tally>
}

/** In the order in which a mistake is cheapest to find. */
export const parts: readonly Part[] = [
  { name: 'check', run: () => runGates([]) },
  {
    name: 'unit',
    run: () => {
      ensureTools(['postgres'])
      return runJest(['node', 'client'], ['--maxWorkers=2', '--coverage'])
    },
  },
  {
    name: 'contract',
    run: () => {
      ensureTools(['postgres'])
      return runJest(['contract'], ['--maxWorkers=2'])
    },
  },
  { name: 'simulation', run: runSimulation },
  {
    name: 'faults',
    run: () => {
      ensureTools(['postgres'])
      // what is proved here is proved under load: one crowd at a time
      return runJest(['faults'], ['--runInBand'])
    },
  },
  { name: 'official', run: runOfficial },
  { name: 'miniprogram', run: () => runInBrowser('miniprogram', '--maxWorkers=2') },
  // forty messages a second need both cores, or the chat drops what comes late
  { name: 'cost', run: () => runInBrowser('cost', '--runInBand') },
  {
    name: 'mutations',
    run: () => {
      ensureTools(['chromium', 'font'])
      return runMutations()
    },
  },
  // one browser story at a time: two cores carry one shop
  { name: 'journeys', run: () => runInBrowser('journeys', '--runInBand') },
]

async function runInBrowser(project: string, workers: string): Promise<Tally> {
  ensureTools(['chromium', 'font', 'ffmpeg'])
  for (const target of clientTargets) await ensureBuilt(target)
  return runJest([project], [workers])
}
