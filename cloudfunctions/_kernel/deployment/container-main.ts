import { serve } from '@hono/node-server'
import type { CloudFunction } from '../cloud-function'
import { deployed } from './deployed'

const TICK_MS = 1_000

/** Every function behind one HTTP port, for any host of containers. What falls due is done by whoever runs. */
export async function containerMain(functions: readonly CloudFunction[]): Promise<void> {
  const application = await deployed(functions, process.env)
  const server = serve({
    fetch: (request) => application.fetch(request),
    hostname: process.env.HOST ?? '127.0.0.1',
    port: Number(process.env.PORT ?? 8080),
  })
  const ticking = setInterval(() => void application.tick(), TICK_MS)
  process.once('SIGTERM', () => {
    clearInterval(ticking)
    server.close(() => process.exit(0))
  })
}
