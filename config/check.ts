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

/** `npm run check` runs every gate; `npm run check -- lint types` only those whose name begins like that. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const waiting = gates.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  )
  if (waiting.length === 0)
    throw new Error(`no gate is called that: ${gates.map(({ name }) => name).join(', ')}`)
  const total = waiting.length
  let failed = 0
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      if (!(await runGate(gate))) failed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  console.log(`check: ${total - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
