import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileOfficially, withoutPositions, type CompilerName } from './compilers'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'livestall-templates-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

function programOf(template: string): string {
  const compilation = compileOfficially('wcc', folderWith({ 'a.wxml': template }))
  return compilation.state === 'compiled' ? withoutPositions(compilation.program) : compilation.message
}

interface Fault {
  readonly fault: string
  readonly compiler: CompilerName
  readonly file: string
  readonly content: string
  readonly says: string
}

const faults: readonly Fault[] = [
  {
    fault: 'a tag closed by another',
    compiler: 'wcc',
    file: 'bad.wxml',
    content: '<view><text>a</view>',
    says: 'bad.wxml:1:15: expect end-tag `text`',
  },
  {
    fault: 'a tag that is not closed',
    compiler: 'wcc',
    file: 'bad.wxml',
    content: '<view>',
    says: 'bad.wxml:1:1: end tag missing',
  },
  {
    // what an HTML minifier leaves: it once cost us the whole base.wxml
    fault: 'an input without its end tag',
    compiler: 'wcc',
    file: 'bad.wxml',
    content: '<view><input></view>',
    says: 'bad.wxml:1:15: expect end-tag `input`',
  },
  {
    fault: 'an expression cut short',
    compiler: 'wcc',
    file: 'bad.wxml',
    content: '<view>{{ a + }}</view>',
    says: 'bad.wxml:1:6: Bad value',
  },
  {
    fault: 'a template script that does not parse',
    compiler: 'wcc',
    file: 'bad.wxs',
    content: 'module.exports = { a: }',
    says: 'bad.wxs:1:24:Unexpected token',
  },
  {
    fault: 'a rule that is not closed',
    compiler: 'wcsc',
    file: 'bad.wxss',
    content: '.a{color:red',
    says: 'bad.wxss(1:10): unexpected token',
  },
  {
    fault: 'a brace too many',
    compiler: 'wcsc',
    file: 'bad.wxss',
    content: '.a{color:red}}',
    says: 'bad.wxss(1:14): error at token',
  },
  {
    fault: 'a style sheet that is not there',
    compiler: 'wcsc',
    file: 'bad.wxss',
    content: '@import "gone.wxss";',
    says: 'path `gone.wxss` not found from `bad.wxss`',
  },
]

const good = {
  'good.wxml':
    '<wxs module="m" src="./good.wxs"/><template name="t"><input value="{{m.twice(n)}}"></input></template>',
  'good.wxs': 'module.exports = { twice: function (n) { return n * 2 } }',
  'good.wxss': '.a{width:750rpx}',
}

const isThere = compileOfficially('wcc', folderWith(good)).state !== 'not-run'
const describeWithCompilers = isThere ? describe : describe.skip

describeWithCompilers("WeChat's compilers", () => {
  it.each([
    ['wcc', 2],
    ['wcsc', 1],
  ] as const)('%s takes sound files', (compiler, fileCount) => {
    expect(compileOfficially(compiler, folderWith(good))).toMatchObject({ state: 'compiled', fileCount })
  })

  it.each(faults)('$compiler refuses $fault among sound files', ({ compiler, file, content, says }) => {
    expect(compileOfficially(compiler, folderWith({ ...good, [file]: content }))).toEqual({
      state: 'refused',
      message: expect.stringContaining(says),
    })
  })

  it('refuses a folder that has nothing to compile', () => {
    expect(compileOfficially('wcsc', folderWith({}))).toMatchObject({ state: 'refused' })
  })

  it('sees that two spellings are one template', () => {
    expect(programOf('<view>\n  <text>{{a}}</text>\n</view>')).toBe(
      programOf('<view><text>{{a}}</text></view>'),
    )
  })

  it('sees that two templates are not one', () => {
    expect(programOf('<view>{{a}}</view>')).not.toBe(programOf('<view>{{b}}</view>'))
  })
})

it('says for which machine there is no compiler, instead of passing', () => {
  const machine = { system: 'linux', processor: 'arm64' }
  expect(compileOfficially('wcc', folderWith(good), machine)).toEqual({
    state: 'not-run',
    message: 'no wcc for linux arm64',
  })
})
