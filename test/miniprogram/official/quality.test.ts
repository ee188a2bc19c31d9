import type { Quality } from './ask-tools'
import { judgeQuality } from './quality'

type Reported = Quality['checks'][number]

const names = [
  'PACKAGE_SIZE_LIMIT',
  'JS_COMPRESS_OPEN',
  'WXML_COMPRESS_OPEN',
  'WXSS_COMPRESS_OPEN',
  'LAZYCODE_LOADING_OPEN',
  'IMAGE_AND_AUDIO_LIMIT',
  'CONTAINS_OTHER_PKG_JS',
  'CONTAINS_OTHER_PKG_COMPONENTS',
  'CONTAINS_UNUSED_PLUGINS',
  'CONTAINS_UNUSED_COMPONENTS',
  'CONTAINS_UNUSED_CODES',
]

/** A report in which all is well, but for one check. */
const reportWith = (...others: readonly Reported[]): Quality => ({
  checks: names.map((name) => others.find((other) => other.name === name) ?? { name, success: true }),
  complaints: [],
})

const failuresOf = (quality: Quality) =>
  judgeQuality(quality)
    .filter(({ result }) => result === 'FAIL')
    .map(({ name }) => name)

it('passes a report in which all is well', () => {
  expect(failuresOf(reportWith())).toEqual([])
  expect(judgeQuality(reportWith())).toHaveLength(names.length + 1)
})

it.each(['WXML_COMPRESS_OPEN', 'LAZYCODE_LOADING_OPEN', 'PACKAGE_SIZE_LIMIT'])('fails for %s', (name) => {
  expect(failuresOf(reportWith({ name, success: false }))).toEqual([name])
})

it.each(['JS_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN'])('lets %s be off', (name) => {
  expect(failuresOf(reportWith({ name, success: false }))).toEqual([])
})

it.each([
  { name: 'CONTAINS_UNUSED_CODES', success: true, detail: ['pages/left-over.js'] },
  {
    name: 'CONTAINS_OTHER_PKG_COMPONENTS',
    success: true,
    detail: { size: 9, files: ['comp.js'], comps: [] },
  },
])('fails for what $name lists, although it says success', (reported) => {
  expect(failuresOf(reportWith(reported))).toEqual([reported.name])
})

it('fails for a check that is not reported any more', () => {
  const { checks, complaints } = reportWith()
  expect(failuresOf({ checks: checks.slice(1), complaints })).toEqual(['PACKAGE_SIZE_LIMIT'])
})

it('fails when a check threw, which the tools count as success', () => {
  expect(failuresOf({ ...reportWith(), complaints: ['analyzer is invalid'] })).toEqual(['quality checks ran'])
})
