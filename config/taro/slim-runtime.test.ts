import { existsSync, readFileSync } from 'node:fs'
import { slimRuntime } from './slim-runtime'

/** An update that moves it would bring it back without a word. */
it('leaves out a file that the package has, and all that others take from it', () => {
  const files: string[] = []
  slimRuntime({ resolve: { alias: { set: (...pair) => files.push(...pair) } } })
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const [theirs = '', ours = ''] = files
  expect(readFileSync(theirs, 'utf8')).toContain('export { setInnerHTML };')
  expect(readFileSync(ours, 'utf8')).toContain('export function setInnerHTML()')
})
