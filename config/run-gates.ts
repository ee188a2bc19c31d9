import { gates, type Gate } from './gates'

const atOnce = 2

async function runGate(gate: Gate): Promise<boolean> {
  const started = process.hrtime.bigint()
  const { passed, output } = await gate.run().catch((error: unknown) => ({
    passed: false,
    output: error instanceof Error ? error.message : String(error),
  }))
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  console.log(`${passed ? 'pass' : 'FAIL'}  ${gate.name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`)
  if (!passed) console.log(`\n${output}\n`)
  return passed
}

/** Every gate, or only those whose name begins with one of the given words; two at a time. */
export async function runGates(wanted: readonly string[]): Promise<{ passed: number; failed: number }> {
  const waiting = gates.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  )
  if (waiting.length === 0)
    throw new Error(`no gate is called that: ${gates.map(({ name }) => name).join(', ')}`)
  const tally = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      if (await runGate(gate)) tally.passed += 1
      else tally.failed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return tally
}
