import { setHost } from '../fixture/set-host'

const open = setHost()
const openScript = (script: string, files: Readonly<Record<string, string>> = {}) =>
  open('weapp', { pages: { 'pages/a/index': { script } }, files })

describe('a file of the package', () => {
  it('sees the host and none of the browser', async () => {
    const { notes } = await openScript(
      `Page({ onLoad: function () {
        note([typeof wx, typeof Page, typeof getApp, typeof setTimeout, typeof console])
        note([typeof window, typeof document, typeof localStorage, typeof fetch, typeof navigator, typeof my])
        note([typeof global.document, typeof globalThis.fetch])
      } })`,
    )
    const nothing = '"undefined"'
    await notes([
      '["object","function","function","function","object"]',
      `[${Array(6).fill(nothing).join()}]`,
      `[${nothing},${nothing}]`,
    ])
  })

  it('that uses what only browsers have ends as on a phone', async () => {
    const { expectProblem } = await openScript('Page({ onLoad: function () { localStorage.getItem("a") } })')
    await expectProblem(/pages\/a\/index onLoad: TypeError: Cannot read properties of undefined/)
  })

  it('requires others by their place, once', async () => {
    const { notes } = await openScript(
      `var one = require('../../shared/count'); var same = require('../../shared/count.js')
      Page({ onLoad: function () { note([one.next(), same.next(), one.deep]) } })`,
      {
        'shared/count.js':
          'var n = 0; exports.next = function () { n += 1; return n }; exports.deep = require("./deep").word',
        'shared/deep.js': 'module.exports = { word: "tief" }',
      },
    )
    await notes(['[1,2,"tief"]'])
  })

  it('that is not there is a problem that names it', async () => {
    const { expectProblem } = await openScript('require("./gone"); Page({})')
    await expectProblem(/module "pages\/a\/gone\.js" is not defined/)
  })
})

describe('a subpackage', () => {
  const packages = (script: string) => ({
    pages: {
      'pages/a/index': {
        template: '<text bindtap="b">乙</text>',
        script:
          'Page({ b: function () { wx.navigateTo({ url: "/packages/b/index", fail: function (why) { note(why.errMsg) } }) } })',
      },
      'packages/b/index': { script },
      'packages/c/index': { script: 'Page({})' },
    },
    settings: {
      subPackages: [
        { root: 'packages/b', pages: ['index'] },
        { root: 'packages/c', pages: ['index'] },
      ],
    },
    files: {
      'shared.js': 'exports.word = "alle"',
      'packages/b/own.js': 'exports.word = "eigen"',
      'packages/c/own.js': '',
    },
  })

  it('reaches its own files and those of the main package', async () => {
    const { page, notes } = await open(
      'weapp',
      packages(
        'var words = [require("./own").word, require("../../shared").word]; Page({ onLoad: function () { note(words) } })',
      ),
    )
    await page.getByText('乙').tap()
    await notes(['["eigen","alle"]'])
  })

  it('does not reach the files of another one', async () => {
    const { page, notes } = await open('weapp', packages('require("../c/own"); Page({})'))
    await page.getByText('乙').tap()
    await notes([/packages\/c\/own\.js" is not defined: .* outside of its subpackage/])
  })

  it('is not reached by the main package', async () => {
    const { expectProblem } = await open('weapp', {
      ...packages('Page({})'),
      pages: { 'pages/a/index': { script: 'require("../../packages/b/own"); Page({})' } },
    })
    await expectProblem(/packages\/b\/own\.js" is not defined/)
  })
})

it('makes no code from text, and says who tried', async () => {
  const { notes, expectProblem } = await openScript(
    `Page({ onLoad: function () {
      note(new Function('return this')() === global)
      note((function () {}) instanceof Function)
      note(typeof new Function('a', 'return a * 2')(1))
    } })`,
  )
  await notes(['true', 'true', 'undefined'])
  await expectProblem(/code made from text: return a \* 2/)
})

describe('setData', () => {
  it('says what does not cross to the view', async () => {
    const { notes, expectProblem } = await openScript(
      `Page({ onLoad: function () {
        this.setData({ gone: undefined })
        this.setData({ list: [{ act: function () {} }] })
        note(this.data.list)
      } })`,
    )
    await notes(['[{}]'])
    await expectProblem(
      /setData of pages\/a\/index: (gone is undefined|act is function), which does not cross/,
    )
  })

  it('changes a place in the data, and calls back when the view has it', async () => {
    const { page, notes } = await open('weapp', {
      pages: {
        'pages/a/index': {
          template: '<text>{{list[1].name}}</text>',
          script: `Page({ data: { list: [{}, { name: 'alt' }] }, onLoad: function () {
            this.setData({ 'list[1].name': 'neu' }, function () { note('drawn') })
            note('called')
          } })`,
        },
      },
    })
    await notes(['called', 'drawn'])
    await page.getByText('neu').waitFor()
  })
})
