import { existsSync } from 'node:fs'
import { slimPlayer } from './slim-player'

/** An update that moves a file would bring it back without a word. */
it('leaves out only files that the package has', () => {
  const files: string[] = []
  const alias = { set: (file: string) => files.push(file) }
  slimPlayer({ resolve: { alias } })
  const [entry, ...leftOut] = files
  expect(entry).toBe('mpegts.js$')
  expect(leftOut.filter((file) => !existsSync(file))).toEqual([])
})
