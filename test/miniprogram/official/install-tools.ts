import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { inProject } from '../../../config/paths'

const declared = path.join(__dirname, 'miniprogram-ci')
const npmCi = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']

/**
 * Installs miniprogram-ci once for each lock file and gives the folder it is in: the cache in the root's node_modules,
 * which the other tools leave alone. 20,000 files beside the tests would be searched, and checked for their names.
 */
export async function installTools(): Promise<string> {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(declared, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
  const home = inProject('node_modules/.cache/livestall', `official-tools-${hash}`)
  if (existsSync(home)) return home
  console.log('installing miniprogram-ci for the tests')
  // a half of an installation never gets the final name
  const part = `${home}.${process.pid}`
  try {
    mkdirSync(part, { recursive: true })
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(declared, file), path.join(part, file))
    }
    await promisify(execFile)('npm', npmCi, { cwd: part, timeout: 600_000 })
    // another run may have been quicker
    if (!existsSync(home)) renameSync(part, home)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
  return home
}
