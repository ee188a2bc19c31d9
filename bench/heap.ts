import type { CDPSession } from 'playwright-core'

/** What a page's scripts hold after everything that could go is gone. */
export async function heapBytes(devTools: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await devTools.send('HeapProfiler.collectGarbage')
  return (await devTools.send('Runtime.getHeapUsage')).usedSize
}
