import { asBrowserCss, sheetProblems, withImports } from './style-sheet'

describe('asBrowserCss', () => {
  it('measures the screen in 750 rpx', () => {
    expect(asBrowserCss('.a{width:750rpx;margin:-7.5rpx .75rpx;top:1px}')).toBe(
      '.a{width:100vw;margin:-1vw 0.1vw;top:1px}',
    )
  })

  it.each([
    ['page{top:0}', 'wx-page{top:0}'],
    ['view,.a>text{top:0}', 'wx-view,.a>wx-text{top:0}'],
    ['.a scroll-view::-webkit-scrollbar{top:0}', '.a wx-scroll-view::-webkit-scrollbar{top:0}'],
    ['.view-a .text{top:0}', '.view-a .text{top:0}'],
    ['swiper-item:not(button){top:0}', 'wx-swiper-item:not(wx-button){top:0}'],
  ])('gives the tags of a selector the prefix of the elements: %s', (css, browser) => {
    expect(asBrowserCss(css)).toBe(browser)
  })

  it('leaves keyframes and at-rules as they are, and changes the rules in them', () => {
    expect(asBrowserCss('@keyframes a{from{top:0}50%{top:1px}to{top:2px}}')).toBe(
      '@keyframes a{from{top:0}50%{top:1px}to{top:2px}}',
    )
    expect(asBrowserCss('@media (prefers-color-scheme: dark){page{color:#fff}}')).toBe(
      '@media (prefers-color-scheme: dark){wx-page{color:#fff}}',
    )
  })

  it('leaves comments out', () => {
    expect(asBrowserCss('/* view{ */.a{top:0}')).toBe('.a{top:0}')
  })
})

describe('withImports', () => {
  const sheets: Readonly<Record<string, string>> = {
    'app.wxss': '@import "./common.wxss";.a{top:0}',
    'pages/feed/index.wxss': '@import \'../../common.wxss\';@import url("./card.wxss");.b{top:0}',
    'pages/feed/card.wxss': '@import "../../common.wxss";.c{top:0}',
    'common.wxss': '.d{top:0}',
  }
  const read = (file: string): string => {
    const sheet = sheets[file]
    if (sheet === undefined) throw new Error(`no ${file}`)
    return sheet
  }

  it('puts sheets where they are imported, each found from the one that imports it', () => {
    expect(withImports('app.wxss', read)).toBe('.d{top:0}.a{top:0}')
    expect(withImports('pages/feed/index.wxss', read)).toBe('.d{top:0}.d{top:0}.c{top:0}.b{top:0}')
  })

  it('does not go on without a sheet that is not there', () => {
    expect(() =>
      withImports('x.wxss', (file) => (file === 'x.wxss' ? '@import "gone.wxss";' : read(file))),
    ).toThrow('no gone.wxss')
  })
})

it.each([
  ['.a{top:0}', []],
  ['@media print{.a{top:0}}', []],
  ['.a{content:"{"}/* { */', []],
  ['.a{top:0', ['leaves a rule open']],
  ['@media print{.a{top:0}', ['leaves a rule open']],
  ['.a{top:0}}.b{top:0}', ['closes a rule that is not open']],
])('sees whether the rules of a sheet end: %s', (css, problems) => {
  expect(sheetProblems(css)).toEqual(problems)
})
