import * as v from 'valibot'
import type { Quality } from './ask-tools'
import { check, type Check } from './check'

/** All that miniprogram-ci 2.1.42 looks at: one that is not reported any more would pass unseen. */
const expected = [
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
] as const

/**
 * These two read a switch of project.config.json, not the files. It is off because the build has minified already;
 * judgeMinified holds that to the proof.
 */
const switchedOff: readonly string[] = ['JS_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN']

const findings = v.union([v.array(v.unknown()), v.object({ files: v.array(v.unknown()) })])

/**
 * The verdict on each check. Two of them pass whatever they find and only list it, so a list that is not empty fails;
 * one that threw has passed as well, so any complaint fails.
 */
export function judgeQuality(quality: Quality): readonly Check[] {
  const verdicts = expected.map((name) => {
    const found = quality.checks.find((one) => one.name === name)
    if (found === undefined) return check(name, false, 'is not reported')
    const listed = listedIn(found.detail)
    if (listed.length > 0) return check(name, false, JSON.stringify(listed))
    if (!found.success && switchedOff.includes(name)) return check(name, true, 'off: the build has minified')
    return check(name, found.success)
  })
  const { complaints } = quality
  return [...verdicts, check('quality checks ran', complaints.length === 0, complaints.join('; '))]
}

function listedIn(detail: unknown): readonly unknown[] {
  const parsed = v.safeParse(findings, detail)
  if (!parsed.success) return []
  return Array.isArray(parsed.output) ? parsed.output : parsed.output.files
}
