import { runGates } from './run-gates'

/** `npm run check` runs every gate; `npm run check -- lint types` only those whose name begins like that. */
async function main(): Promise<void> {
  const { passed, failed } = await runGates(process.argv.slice(2))
  console.log(`check: ${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
