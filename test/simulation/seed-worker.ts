import { parentPort } from 'node:worker_threads'
import { playSeeds } from './play-seeds'
import type { Chunk } from './share-seeds'

// a planned fault is made often, and nobody reads where
Error.stackTraceLimit = 0

parentPort?.on('message', ({ first, count, bug }: Chunk) => {
  void playSeeds(first, count, bug).then((played) => parentPort?.postMessage(played))
})
