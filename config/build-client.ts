import { buildStamped } from './build-stamp'
import { clientTargets, isClientTarget } from './client-target'
import { packageSizes } from './package-sizes'

async function main(): Promise<void> {
  const target = process.argv[2]
  if (!isClientTarget(target)) {
    throw new Error(`say what to build: ${clientTargets.join(' | ')}`)
  }
  const started = process.hrtime.bigint()
  await buildStamped(target)
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const sizes = packageSizes(target).map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(1)} KiB`)
  console.log(`${target} built in ${seconds.toFixed(1)} s: ${sizes.join(', ')}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
