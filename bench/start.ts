import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inProject } from '../config/paths'
import { runProduct } from '../test/tools/run-product'

/** Milliseconds from `npm start` to `ready`: with nothing built and no data, then again with both. */
export async function benchStart(): Promise<object> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'livestall-bench-'))
  rmSync(inProject('dist/h5'), { recursive: true, force: true })
  try {
    const first = await runProduct({ dataDir })
    await first.interrupt()
    const second = await runProduct({ dataDir })
    await second.interrupt()
    return { firstMs: Math.round(first.startedInMs), secondMs: Math.round(second.startedInMs) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
