import { parts, type Part } from './parts'
import type { Tally } from './tools/jest-part'

async function runPart({ name, run }: Part): Promise<Tally> {
  console.log(`\n== ${name}`)
  const started = process.hrtime.bigint()
  const tally = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  console.log(`== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds.toFixed(0)} s`)
  return tally
}

/** `npm test` runs every part; `tsx test/run.ts contract` one. The last line is the sum, for people and machines. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  let passed = 0
  let failed = 0
  for (const part of chosen) {
    const tally = await runPart(part)
    passed += tally.passed
    failed += tally.failed
  }
  if (passed === 0 || failed > 0) process.exitCode = 1
  console.log(`\n${passed} passed, ${failed} failed`)
}

void main()
