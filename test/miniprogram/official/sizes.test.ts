import { judgeMinified, judgeSizes } from './sizes'

const reportOf = (detail: unknown) => ({
  checks: [{ name: 'PACKAGE_SIZE_LIMIT', success: true, detail }],
  complaints: [],
})

describe('judgeSizes', () => {
  it('takes packages up to two mebibytes and no byte more', () => {
    const sizes = { __APP__: 400_000, 'packages/live/': 2_097_152, 'packages/studio/': 2_097_153 }
    expect(judgeSizes(reportOf(sizes))).toEqual([
      { name: 'size __APP__', result: 'ok', why: '400,000 B of 2,097,152 B' },
      { name: 'size packages/live/', result: 'ok', why: '2,097,152 B of 2,097,152 B' },
      { name: 'size packages/studio/', result: 'FAIL', why: '2,097,153 B of 2,097,152 B' },
    ])
  })

  it.each([undefined, {}, ['app.js']])('fails without the size of a main package: %j', (detail) => {
    expect(judgeSizes(reportOf(detail))).toEqual([{ name: 'sizes', result: 'FAIL', why: 'not reported' }])
  })
})

describe('judgeMinified', () => {
  const built = { 'app.js': 60_000, 'pages/feed/index.js': 40_000, 'app.wxss': 10_000, 'app.json': 900 }

  it('is content when minifying again makes files larger, or hardly smaller', () => {
    const again = { ...built, 'app.js': 59_000, 'app.wxss': 11_000 }
    expect(judgeMinified(built, again)).toEqual([
      { name: '.js is minified', result: 'ok', why: "1,000 B less by WeChat's minifier" },
      { name: '.wxss is minified', result: 'ok', why: "1,000 B more by WeChat's minifier" },
    ])
  })

  it('fails when there was much to save', () => {
    const results = judgeMinified(built, { ...built, 'app.js': 58_999 }).map(({ result }) => result)
    expect(results).toEqual(['FAIL', 'ok'])
  })
})
