import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listFiles } from '../../../config/list-files'
import type { MiniTarget } from '../bundle'

/** A build of its own for one mutation. What changes nothing throws: it would prove nothing. */
export class BuildCopy {
  readonly folder: string

  constructor(
    readonly target: MiniTarget,
    source: string,
  ) {
    this.folder = mkdtempSync(path.join(tmpdir(), `livestall-mutation-${target}-`))
    cpSync(source, this.folder, { recursive: true })
  }

  /** Changes the text of every file whose path matches. */
  edit(files: RegExp, change: (text: string) => string): void {
    const changed = this.#matching(files).filter((file) => {
      const before = readFileSync(file, 'utf8')
      const after = change(before)
      if (after === before) return false
      writeFileSync(file, after)
      return true
    })
    if (changed.length === 0) throw new Error(`nothing of ${this.target} was changed in ${String(files)}`)
  }

  /** One file; of several, whose names are hashes, the largest. */
  remove(files: RegExp): void {
    const [largest] = this.#matching(files).toSorted(
      (one, other) => statSync(other).size - statSync(one).size,
    )
    if (largest === undefined) throw new Error(`${this.target} has no ${String(files)} to remove`)
    rmSync(largest)
  }

  discard(): void {
    rmSync(this.folder, { recursive: true })
  }

  #matching(files: RegExp): readonly string[] {
    return listFiles(this.folder).filter((file) =>
      files.test(path.relative(this.folder, file).split(path.sep).join('/')),
    )
  }
}
