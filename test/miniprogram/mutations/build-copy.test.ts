import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BuildCopy } from './build-copy'
import { mutations } from './mutations'

const source = mkdtempSync(path.join(tmpdir(), 'livestall-build-'))
mkdirSync(path.join(source, 'pages'))
writeFileSync(path.join(source, 'app.js'), 'App({})')
writeFileSync(path.join(source, 'pages/a.js'), 'Page({ first: 1 })')
let copy: BuildCopy

beforeEach(() => {
  copy = new BuildCopy('weapp', source)
})
afterEach(() => copy.discard())
afterAll(() => rmSync(source, { recursive: true }))

it('changes the copy and not the build', () => {
  copy.edit(/^app\.js$/, () => 'broken')
  copy.remove(/\.js$/)
  expect(readFileSync(path.join(copy.folder, 'app.js'), 'utf8')).toBe('broken')
  expect(existsSync(path.join(copy.folder, 'pages/a.js'))).toBe(false)
  expect(readFileSync(path.join(source, 'app.js'), 'utf8')).toBe('App({})')
  expect(existsSync(path.join(source, 'pages/a.js'))).toBe(true)
})

it('throws when a change changes nothing, and when there is nothing to remove', () => {
  expect(() => copy.edit(/\.js$/, (text) => text)).toThrow('nothing of weapp was changed')
  expect(() => copy.edit(/\.wxml$/, () => '')).toThrow('nothing of weapp was changed')
  expect(() => copy.remove(/\.wxml$/)).toThrow('to remove')
})

it('knows at least ten ways to break each target, no two of one name', () => {
  for (const target of ['weapp', 'alipay'] as const)
    expect(mutations.filter(({ only = target }) => only === target).length).toBeGreaterThanOrEqual(10)
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
})
