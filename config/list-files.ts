import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Every file under a folder (or the file itself), in an order that does not depend on the disk. */
export function listFiles(start: string): readonly string[] {
  if (!existsSync(start)) return []
  if (statSync(start).isFile()) return [start]
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
