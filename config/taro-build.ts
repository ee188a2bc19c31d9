import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientTarget } from './client-target'
import { inProject, projectRoot } from './paths'
import { wholeFolder } from './whole-folder'

/** Builds a target from nothing; `finish` adds to the folder before anybody sees it. */
export function buildClient(target: ClientTarget, finish: (folder: string) => void): Promise<void> {
  return wholeFolder(target, async (folder) => {
    await runTaro(target, path.relative(projectRoot, folder))
    if (!existsSync(path.join(folder, target === 'h5' ? 'index.html' : 'app.json'))) {
      throw new Error(`${target}: the build ended without an error and without a result`)
    }
    if (target === 'alipay') writeAlipayProject(folder)
    finish(folder)
  })
}

function runTaro(target: ClientTarget, out: string): Promise<void> {
  const cli = inProject('node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [cli, 'build', '--type', target, '--no-check'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target, LIVESTALL_OUT: out, FORCE_COLOR: '0' },
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${target}: build failed\n${output}`))
    })
  })
}

/** Alipay's tool opens the folder that holds mini.project.json; Taro copies only WeChat's counterpart. */
function writeAlipayProject(folder: string): void {
  const project = readFileSync(inProject('mini.project.json'), 'utf8')
  writeFileSync(path.join(folder, 'mini.project.json'), project.replace('"dist/alipay"', '"./"'))
}
