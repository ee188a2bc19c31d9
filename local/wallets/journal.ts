import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readIfThere } from './read-if-there'

export interface Journal {
  /** Writes one line; lines that wait are written together. Resolves when the line is in the file. */
  append(entry: object): Promise<void>
  close(): Promise<void>
}

/**
 * A file of JSON lines in which the newest line about a thing is the true one. Opening it writes the lines that
 * `keep` leaves into a new file and swaps that in, so that a line torn by a crash goes away and the file stays small.
 */
export async function openJournal<T extends object>(
  file: string,
  keep: (lines: readonly unknown[]) => readonly T[],
): Promise<{ readonly entries: readonly T[]; readonly journal: Journal }> {
  await mkdir(dirname(file), { recursive: true })
  const entries = keep(await readLines(file))
  await writeFile(`${file}.new`, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  await rename(`${file}.new`, file)
  const handle = await open(file, 'a')

  let waiting = ''
  let writing: Promise<void> | null = null
  async function write(): Promise<void> {
    // entries of the same tick go out together
    await Promise.resolve()
    while (waiting !== '') {
      const lines = waiting
      waiting = ''
      await handle.appendFile(lines)
    }
    writing = null
  }
  const flush = (): Promise<void> => (writing ??= write())

  const journal: Journal = {
    append(entry) {
      waiting += `${JSON.stringify(entry)}\n`
      return flush()
    },
    async close() {
      await flush()
      await handle.close()
    },
  }
  return { entries, journal }
}

async function readLines(file: string): Promise<readonly unknown[]> {
  const text = (await readIfThere(file)) ?? ''
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      // the empty end, or a line that a crash tore
      return []
    }
  })
}
