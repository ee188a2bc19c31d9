import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { openDatabase } from '../../cloudfunctions/_kernel/database/database'
import { migrate } from '../../cloudfunctions/_kernel/database/migrate'
import { startTicking } from '../../local/start-ticking'
import { openInstance } from '../../test/faults/instance'
import { benchWallet } from './bench-wallet'

/**
 * The product's functions over HTTP, in a process of their own, as a container runs them; the world outside is played
 * at no cost. `node … <database>`; tells its port on the first line, and its CPU and memory at `/usage`.
 */
async function main(): Promise<void> {
  const db = await openDatabase(process.argv[2] ?? 'memory://')
  await migrate(db)
  const { application, log } = openInstance(db, { 'wechat-pay': benchWallet, alipay: benchWallet })
  const answer = getRequestListener((request) =>
    request.url.endsWith('/usage') ? Response.json(usage()) : application.fetch(request),
  )
  const server = createServer((request, response) => void answer(request, response))
  const stopTicking = startTicking(() => application.tick(), 500)
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
  })
  process.once('SIGTERM', () => {
    server.close()
    void stopTicking().then(async () => {
      await db.destroy()
      for (const { level, event, facts } of log.lines)
        if (level === 'alarm') process.stderr.write(`${event} ${String(facts.cause)}\n`)
      process.exit(0)
    })
  })
}

const usage = () => {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage.rss() / 2 ** 20 }
}

void main()
