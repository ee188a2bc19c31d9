import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AVC_CONFIG } from '../../../test/builders/tiny-flv'
import { Archive } from './archive'

const config = { video: { avcC: AVC_CONFIG, width: 540, height: 960 }, audio: null }
const GIB = 1024 * 1024 * 1024

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'archive-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A push that takes up so much, on paper: a sparse file costs no disk. */
function given(name: string, bytes: number): void {
  writeFileSync(path.join(folder, `${name}.jsonl`), '')
  writeFileSync(path.join(folder, `${name}.mp4`), '')
  truncateSync(path.join(folder, `${name}.mp4`), Math.round(bytes))
}
const kept = () => readdirSync(folder).filter((file) => file.endsWith('.mp4'))

it('lets the oldest pushes go before a new one could make all of them too large', () => {
  given('a.1000', 0.4 * GIB)
  given('b.2000', 0.4 * GIB)
  given('a.3000', 0.4 * GIB)
  new Archive(folder).record('c', config, 4_000)?.close()
  expect(kept().sort()).toEqual(['a.3000.mp4', 'b.2000.mp4', 'c.4000.mp4'])
})

it('keeps all that there is room for', () => {
  given('a.1000', 0.4 * GIB)
  new Archive(folder).record('c', config, 4_000)?.close()
  expect(kept()).toHaveLength(2)
})

it('lets the show go on where nothing can be written', () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const archive = new Archive(folder)
  expect(archive.record('no/such/folder', config, 1)).toBeNull()
  expect(said).toHaveBeenCalledTimes(1)
  said.mockRestore()
})
