import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { functions } from '../cloudfunctions'
import type { CloudFunction } from '../cloudfunctions/_kernel/cloud-function'
import { inProject } from './paths'
import { wholeFolder } from './whole-folder'

/** The embedded database is for laptops, pg-native for people with a compiler: neither is shipped. */
const leftOut = ['@electric-sql/pglite', 'pg-native']

const everyTenSeconds = { name: 'tick', type: 'timer', config: '*/10 * * * * * *' }

// No `tsconfig` here: its `strict` would make the packages' own sloppy code strict too, and one of them then throws.
async function bundle(code: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: code, resolveDir: inProject('cloudfunctions'), sourcefile: 'main.ts', loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    external: leftOut,
    legalComments: 'linked',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
}

/** A folder as WeChat's tool uploads it: nothing to install, entry `index.main`. */
async function buildCloudFunction(fn: CloudFunction, folder: string): Promise<void> {
  const { name } = fn.contract
  await bundle(
    `import { eventMain } from './_kernel/deployment/event-main'
     import { ${name} } from './${name}'
     export const main = eventMain(${name})`,
    path.join(folder, 'index.js'),
  )
  const hasDuties = name === 'rooms' || Object.keys(fn.jobs).length > 0
  writeJson(path.join(folder, 'package.json'), { name, version: '1.0.0', private: true, main: 'index.js' })
  writeJson(path.join(folder, 'config.json'), { triggers: hasDuties ? [everyTenSeconds] : [] })
}

/** The context of one image with all functions, for any host of containers. */
async function buildContainer(folder: string): Promise<void> {
  await bundle(
    `import { containerMain } from './_kernel/deployment/container-main'
     import { functions } from './index'
     void containerMain(functions)`,
    path.join(folder, 'main.js'),
  )
  copyFileSync(inProject('config/container.Dockerfile'), path.join(folder, 'Dockerfile'))
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

async function main(): Promise<void> {
  await wholeFolder('cloudfunctions', async (folder) => {
    for (const fn of functions) await buildCloudFunction(fn, path.join(folder, fn.contract.name))
  })
  await wholeFolder('container', buildContainer)
  console.log(
    `functions built: ${functions.map(({ contract }) => contract.name).join(', ')}; and one container`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
