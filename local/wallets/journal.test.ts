import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from './journal'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
  file = join(folder, 'deep', 'trades.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const everything = (lines: readonly unknown[]): readonly object[] => lines as readonly object[]

describe('a journal', () => {
  it('gives back what was written, in order', async () => {
    const first = await openJournal(file, everything)
    expect(first.entries).toEqual([])
    await Promise.all([first.journal.append({ n: 1 }), first.journal.append({ n: 2 })])
    await first.journal.append({ n: 3 })
    await first.journal.close()
    const again = await openJournal(file, everything)
    expect(again.entries).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    await again.journal.close()
  })

  it('has a line in the file when its append resolves', async () => {
    const { journal } = await openJournal(file, everything)
    await journal.append({ n: 1 })
    expect(await readFile(file, 'utf8')).toBe('{"n":1}\n')
    await journal.close()
  })

  it('loses a line that a crash tore, and nothing else', async () => {
    const first = await openJournal(file, everything)
    await first.journal.append({ n: 1 })
    await first.journal.close()
    await appendFile(file, '{"n":2,"na')
    const second = await openJournal(file, everything)
    expect(second.entries).toEqual([{ n: 1 }])
    await second.journal.append({ n: 3 })
    await second.journal.close()
    expect(await readFile(file, 'utf8')).toBe('{"n":1}\n{"n":3}\n')
  })

  it('keeps the file as small as what is kept', async () => {
    const first = await openJournal(file, everything)
    for (let n = 0; n < 50; n += 1) await first.journal.append({ n })
    await first.journal.close()
    const { journal } = await openJournal(file, (lines) => everything(lines).slice(-1))
    await journal.close()
    expect(await readFile(file, 'utf8')).toBe('{"n":49}\n')
  })
})
