import { ensureBuilt } from '../config/build-stamp'
import { clientTargets } from '../config/client-target'
import { packageSizes } from '../config/package-sizes'

/** Bytes of every package as it is uploaded, by target; for H5 the first load, compressed. */
export async function benchSize(): Promise<object> {
  const sizes: Record<string, Record<string, number>> = {}
  for (const target of clientTargets) {
    await ensureBuilt(target)
    sizes[target] = Object.fromEntries(packageSizes(target).map(({ name, bytes }) => [name, bytes]))
  }
  return sizes
}
