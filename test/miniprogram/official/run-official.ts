import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuilt } from '../../../config/build-stamp'
import { inProject } from '../../../config/paths'
import type { Tally } from '../../tools/jest-part'
import { askTools } from './ask-tools'
import { printCheck, tallyOf, type Check } from './check'
import { controlInspections } from './controls'
import { inspectSources, projectInspections, type Inspection } from './inspections'
import { installTools } from './install-tools'

const atOnce = 2

/** `npm run test:official`: what WeChat's own tools, offline and without an account, say about what we would upload. */
export async function runOfficial(): Promise<Tally> {
  await ensureBuilt('weapp')
  return inspectOfficially(inProject('dist/weapp'))
}

/** Any folder with a built project: to try out whether a fault in ours would be noticed. */
export async function inspectOfficially(project: string): Promise<Tally> {
  const checks: Check[] = []
  const report = (found: readonly Check[]) => {
    checks.push(...found)
    found.forEach(printCheck)
  }
  report([inspectSources('wcc', project), inspectSources('wcsc', project)])
  const home = await installTools()
  const scratch = mkdtempSync(path.join(tmpdir(), 'livestall-upload-'))
  try {
    const waiting = [...projectInspections(project, scratch), ...controlInspections(scratch)]
    await inspectAll(waiting, async ({ question, judge }) => report(judge(await askTools(home, question))))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return tallyOf(checks)
}

async function inspectAll(
  inspections: readonly Inspection[],
  inspect: (inspection: Inspection) => Promise<void>,
): Promise<void> {
  const waiting = [...inspections]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await inspect(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
