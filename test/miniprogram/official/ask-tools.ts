import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'

/** The switches of miniprogram-ci that are used here. */
export interface CompileSetting {
  readonly useProjectConfig?: boolean
  readonly es6?: boolean
  readonly minifyJS?: boolean
  readonly minifyWXSS?: boolean
}

export interface Question {
  /** The folder that holds app.json and project.config.json. */
  readonly project: string
  readonly setting: CompileSetting
  readonly quality?: boolean
  /** Where to put the files as they would be uploaded. */
  readonly into?: string
}

const qualitySchema = v.object({
  checks: v.array(v.object({ name: v.string(), success: v.boolean(), detail: v.optional(v.unknown()) })),
  complaints: v.array(v.string()),
})

const answerSchema = v.variant('compiled', [
  v.object({
    compiled: v.literal(true),
    sizes: v.record(v.string(), v.number()),
    quality: v.optional(qualitySchema),
  }),
  v.object({ compiled: v.literal(false), message: v.string() }),
])

export type Quality = v.InferOutput<typeof qualitySchema>
export type Answer = v.InferOutput<typeof answerSchema>

const script = path.join(__dirname, 'miniprogram-ci/compile-project.js')

/** A proxy that nobody listens on: no request leaves the machine, and the answer is the same with and without a network. */
const nowhere = 'http://127.0.0.1:9'
const offline = {
  ...process.env,
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  http_proxy: nowhere,
  https_proxy: nowhere,
  NO_PROXY: '',
  no_proxy: '',
}

/** Asks the tools in `home`; a tool that crashes or does not end has refused the project, and its words are the reason. */
export async function askTools(home: string, question: Question, timeoutMs = 240_000): Promise<Answer> {
  // the tools write a cache into the folder they are started in
  const cwd = mkdtempSync(path.join(tmpdir(), 'livestall-official-'))
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, home, JSON.stringify(question)], {
      cwd,
      env: offline,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 64 << 20,
    })
    return v.parse(answerSchema, JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''))
  } catch (error) {
    return { compiled: false, message: whyNoAnswer(error, timeoutMs) }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

function whyNoAnswer(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return `no answer: ${String(error)}`
  const isTooLate = 'killed' in error && error.killed === true
  return isTooLate ? `no answer within ${timeoutMs / 1000} s` : `no answer: ${error.message}`
}
