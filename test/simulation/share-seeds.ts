import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { inProject } from '../../config/paths'
import type { Failing, PlayedSeeds } from './play-seeds'

export interface Chunk {
  readonly first: number
  readonly count: number
  readonly bug: string | null
}
export interface Simulation extends Chunk {
  readonly workers: number
}
export interface SimulationResult {
  readonly schedules: number
  readonly steps: number
  readonly failing: readonly Failing[]
  readonly seconds: number
}

const CHUNK = 500

/**
 * Shares the seeds out among threads, a few hundred at a time, so that none waits for another at the end. The threads
 * run one bundled file: a loader would cost each of them seconds.
 */
export async function shareSeeds({ first, count, bug, workers }: Simulation): Promise<SimulationResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-simulation-'))
  const file = path.join(folder, 'seed-worker.cjs')
  try {
    await build({
      entryPoints: [inProject('test/simulation/seed-worker.ts')],
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      tsconfig: inProject('tsconfig.json'),
      logLevel: 'error',
    })
    const started = process.hrtime.bigint()
    const chunks = chunksOf({ first, count, bug })
    const parts = await Promise.all(Array.from({ length: workers }, () => work(file, chunks)))
    const played = parts.flat()
    return {
      schedules: played.reduce((sum, { schedules }) => sum + schedules, 0),
      steps: played.reduce((sum, { steps }) => sum + steps, 0),
      failing: played.flatMap(({ failing }) => failing).sort((a, b) => a.seed - b.seed),
      seconds: Number(process.hrtime.bigint() - started) / 1e9,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* chunksOf({ first, count, bug }: Chunk): Generator<Chunk, undefined> {
  for (let seed = first; seed < first + count; seed += CHUNK)
    yield { first: seed, count: Math.min(CHUNK, first + count - seed), bug }
}

/** One thread, which takes the next chunk whenever it is done with one. */
function work(file: string, chunks: Generator<Chunk, undefined>): Promise<readonly PlayedSeeds[]> {
  const worker = new Worker(file)
  const played: PlayedSeeds[] = []
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const chunk = chunks.next()
      if (chunk.done) void worker.terminate().then(() => resolve(played))
      else worker.postMessage(chunk.value)
    }
    worker.on('message', (part: PlayedSeeds) => {
      played.push(part)
      next()
    })
    worker.once('error', reject)
    next()
  })
}
