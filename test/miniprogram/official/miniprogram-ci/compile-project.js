/**
 * Asks miniprogram-ci about one project. A process of its own, because the tools keep state, fork and log as they like:
 * `node compile-project.js <folder of the tools> <question as JSON>`, and the last line of stdout is the answer.
 */
const { mkdirSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')
const { format } = require('node:util')

const [, , tools, question] = process.argv
const { project: projectPath, setting, quality, into } = JSON.parse(question)
const ci = createRequire(path.join(tools, 'package.json'))('miniprogram-ci')

const project = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath,
  // Signs the request for the account's limits, which `attr` makes needless. `attr` is not documented: hence the exact
  // version in package.json.
  privateKey: 'unused',
  attr: async () => structuredClone(ci.DefaultProjectAttr),
})

async function compile() {
  const files = await ci.getCompiledResult({ project, version: '1.0.0', setting, onProgressUpdate() {} })
  for (const [name, content] of into ? Object.entries(files) : []) {
    mkdirSync(path.join(into, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(into, name), content)
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]),
  )
}

/** A quality check that throws counts as passed and only writes to the console, so what it writes is kept. */
async function checkQuality() {
  const complaints = []
  console.error = (...words) => complaints.push(format(...words))
  const checks = await ci.checkCodeQuality(project)
  return { checks: checks.map(({ name, success, detail }) => ({ name, success, detail })), complaints }
}

async function answer() {
  try {
    const sizes = await compile()
    return { compiled: true, sizes, ...(quality ? { quality: await checkQuality() } : {}) }
  } catch (error) {
    return { compiled: false, message: String(error?.message ?? error) }
  }
}

// the tools leave a file watcher behind that would keep the process alive
void answer().then((result) => process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0)))
