import * as v from 'valibot'
import { streamOptionsSchema } from './options'
import type { ChildMessage } from './options'
import { runStreamServer } from './server'
import type { RunningServer } from './server'
import { StreamStartError } from './start-error'
import type { StreamFailure } from './start-error'

/** The child process: it is told its options over IPC and lives no longer than its parent. */
function main(): void {
  if (process.env.NODE_ENV === 'production') throw new Error('local/stream is a sandbox part')
  let running: RunningServer | null = null
  process.on('message', (options) => {
    start(options)
      .then((server) => {
        running = server
        tell({ type: 'ready', httpPort: server.httpPort, rtmpPort: server.rtmpPort })
      })
      .catch((error: unknown) => {
        if (!(error instanceof StreamStartError)) process.stderr.write(`video server: ${String(error)}\n`)
        const failure: StreamFailure = error instanceof StreamStartError ? error.failure : { code: 'crashed' }
        tell({ type: 'failed', failure })
      })
  })
  process.on('disconnect', () => process.exit())
  // Ctrl-C reaches the whole process group; the parent decides when this one stops
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => {
    void (running?.close() ?? Promise.resolve()).finally(() => process.exit())
  })
  tell({ type: 'hello' })
}

async function start(message: unknown): Promise<RunningServer> {
  const options = v.safeParse(streamOptionsSchema, message)
  if (!options.success) throw new StreamStartError({ code: 'invalid-options' })
  return runStreamServer(options.output)
}

function tell(message: ChildMessage): void {
  process.send?.(message)
}

main()
