import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer, Question } from './ask-tools'
import { check, type Check } from './check'
import type { Inspection } from './inspections'
import { judgeQuality } from './quality'

type Files = Readonly<Record<string, string>>

interface Control {
  readonly name: string
  /** What differs from the sound project. */
  readonly broken: Files
  readonly ask: Omit<Question, 'project'>
  /** Words of the message that prove that this fault was found, and not another one. */
  readonly says: string
}

const sound: Files = {
  'app.js': 'App({})',
  'app.json': '{ "pages": ["pages/a/index"] }',
  'project.config.json': '{ "compileType": "miniprogram", "setting": {} }',
  'pages/a/index.js': 'Page({})',
  'pages/a/index.json': '{}',
  'pages/a/index.wxml': '<view>a</view>',
}

const asUploaded = { setting: { useProjectConfig: true } }

const controls: readonly Control[] = [
  {
    name: 'a missing page',
    broken: { 'app.json': '{ "pages": ["pages/a/index", "pages/b/index"] }' },
    ask: asUploaded,
    says: 'pages/b/index',
  },
  {
    name: 'a wrong word in app.json',
    broken: { 'app.json': '{ "pages": ["pages/a/index"], "window": { "navigationBarTextStyle": "pink" } }' },
    ask: asUploaded,
    says: 'navigationBarTextStyle',
  },
  {
    name: 'a missing component',
    broken: { 'pages/a/index.json': '{ "usingComponents": { "stall": "../../stall" } }' },
    ask: asUploaded,
    says: '../../stall',
  },
  {
    name: 'a script that does not parse',
    broken: { 'pages/a/index.js': 'Page({ data: })' },
    ask: { setting: { es6: true } },
    says: 'Unexpected token (1:13)',
  },
  {
    name: 'a file that nothing uses',
    broken: { 'pages/a/left-over.js': 'module.exports = 1' },
    ask: { ...asUploaded, quality: true },
    says: 'pages/a/left-over.js',
  },
]

/** Small projects with one fault each: a gate that lets one of them through would let ours through as well. */
export function controlInspections(folder: string): readonly Inspection[] {
  return controls.map(({ name, broken, ask, says }, index) => {
    const project = path.join(folder, `control-${index}`)
    writeFiles(project, { ...sound, ...broken })
    return {
      question: { ...ask, project },
      judge: (answer) => [judgeControl(`notices ${name}`, says, answer)],
    }
  })
}

function judgeControl(name: string, says: string, answer: Answer): Check {
  const message = answer.compiled
    ? (answer.quality === undefined ? [] : judgeQuality(answer.quality))
        .filter(({ result }) => result === 'FAIL')
        .map(({ why }) => why)
        .join('\n')
    : answer.message
  return check(name, message.includes(says), message.includes(says) ? '' : `said: ${message || 'nothing'}`)
}

function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
