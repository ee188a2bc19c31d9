import { type Buy, type LoadFigures, runLoad } from './load'
import type { BenchServer } from './server-process'

/** Of all servers together; a database server's own is not in it. */
export type Measured = LoadFigures & { readonly cpuMsPerOrder: number; readonly rssMiB: number }

/** What so many buyers get for so long, and what it costs the servers that serve them. */
export async function measure(
  servers: readonly BenchServer[],
  buy: Buy,
  load: { readonly buyers: number; readonly seconds: number },
): Promise<Measured> {
  const before = await usageOf(servers)
  const figures = await runLoad(buy, load)
  const after = await usageOf(servers)
  return {
    ...figures,
    cpuMsPerOrder: Math.round(((after.cpuMs - before.cpuMs) / Math.max(1, figures.sold)) * 100) / 100,
    rssMiB: Math.round(after.rssMiB),
  }
}

async function usageOf(servers: readonly BenchServer[]) {
  const usages = await Promise.all(servers.map((server) => server.usage()))
  return {
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    rssMiB: usages.reduce((sum, { rssMiB }) => sum + rssMiB, 0),
  }
}
