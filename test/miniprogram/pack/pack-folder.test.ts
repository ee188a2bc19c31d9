import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MiniTarget } from '../bundle'
import { packFolder } from './pack-folder'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const app = {
  'app.json':
    '{ "pages": ["pages/a/index"], "subPackages": [{ "root": "packages/b", "pages": ["c/index"] }] }',
  'app.js': 'App({}); const at = ["http://127.0.0.1:8080/api", "ws://127.0.0.1:8080/im"]',
  'pages/a/index.json': '{ "usingComponents": { "comp": "../../comp" } }',
  'pages/a/index.js': 'Page({})',
}

function pack(files: Readonly<Record<string, string>>, target: MiniTarget = 'weapp', chatOrigin?: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-pack-'))
  folders.push(folder)
  for (const [name, content] of Object.entries({ ...app, ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return packFolder(folder, target, { origin: 'http://127.0.0.1:9', ...(chatOrigin && { chatOrigin }) })
}

it('packs pages, subpackages and components', () => {
  const { pages, roots, uses, isComponent } = pack({ 'comp.json': '{ "component": true }' })
  expect(pages).toEqual(['pages/a/index', 'packages/b/c/index'])
  expect(roots).toEqual(['packages/b'])
  expect(uses['pages/a/index']).toEqual({ comp: '../../comp' })
  expect(isComponent).toEqual(['comp'])
})

it('puts the addresses of the running product into the scripts', () => {
  expect(pack({}).scripts['app.js']).toContain('["http://127.0.0.1:9/api", "ws://127.0.0.1:9/im"]')
  expect(pack({}, 'weapp', 'http://127.0.0.1:10').scripts['app.js']).toContain(
    '["http://127.0.0.1:9/api", "ws://127.0.0.1:10/im"]',
  )
})

it('keeps the sheets of the app, its pages and components; others are there where they are imported', () => {
  const { styles } = pack({
    'app.wxss': '@import "./common.wxss";',
    'common.wxss': 'page{top:0}',
    'pages/a/index.wxss': '.a{top:0}',
  })
  expect(styles).toEqual({ app: 'wx-page{top:0}', 'pages/a/index': '.a{top:0}' })
})

it('finds nothing wrong with a sound package', () => {
  const { problems, properties } = pack({
    'base.wxml': '<template name="a"><comp/><view hover-class="b"/></template>',
    'pages/a/index.wxml':
      '<import src="../../base.wxml"/><wxs module="m" src="../../m.wxs"/><template is="a"/>',
    'm.wxs': 'module.exports = {}',
  })
  expect(problems).toEqual([])
  expect(properties).toEqual({ 'wx-view': ['hoverClass'] })
})

it.each([
  ['base.wxml', '<template name="a"><map/></template>', '<map> is neither played'],
  ['pages/a/index.wxml', '<other/>', '<other> is neither played'],
  ['pages/a/index.wxml', '<view>\n<view></view>', 'line 1: missing end tag'],
  ['pages/a/index.wxml', '<view>{{ a + }}</view>', 'unexpected character'],
  ['pages/a/index.wxss', '.a{top:0', 'leaves a rule open'],
  ['pages/a/index.json', '{ "navigationStyle": "costum" }', 'navigationStyle is "costum"'],
])('names what is wrong in %s: %s', (file, content, problem) => {
  expect(pack({ [file]: content }).problems).toEqual([expect.stringContaining(`${file}: `)])
  expect(pack({ [file]: content }).problems.join()).toContain(problem)
})

it.each([
  ['app.json', '{ "pages": "pages/a/index" }', 'pages'],
  ['pages/a/index.json', '{ usingComponents }', 'JSON'],
  ['app.wxss', '@import "./gone.wxss";', 'gone.wxss'],
])('does not pack %s that cannot be read: %s', (file, content, words) => {
  expect(() => pack({ [file]: content })).toThrow(words)
})

it("packs Alipay's files under the names that WeChat's framework looks for", () => {
  const { templates, problems, eventNames, styles } = pack(
    {
      'pages/a/index.axml': '<import-sjs name="m" from="../../m.sjs"/><view a:if="{{m.is(b)}}" onTap="c"/>',
      'm.sjs': 'export default { is: function (a) { return a } }',
      'pages/a/index.acss': '.a{top:0}',
    },
    'alipay',
  )
  expect(problems).toEqual([])
  expect(eventNames).toEqual({ tap: 'tap' })
  expect(styles).toEqual({ 'pages/a/index': '.a{top:0}' })
  expect(templates).toContain('pages/a/index')
})
