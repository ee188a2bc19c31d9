import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientTarget } from './client-target'
import { inProject, projectRoot } from './paths'

/**
 * Builds a target from nothing and puts it in dist/<target> only when it is whole: the folder is built under
 * another name and swapped in, so that a server, a test or a second build never reads half of one.
 */
export async function buildClient(target: ClientTarget, finish: (folder: string) => void): Promise<void> {
  const building = `.building-${target}-`
  const out = path.join('dist', `${building}${String(process.pid)}`)
  removeLeftovers(building)
  mkdirSync(inProject(out), { recursive: true })
  try {
    await runTaro(target, out)
    if (!existsSync(inProject(out, target === 'h5' ? 'index.html' : 'app.json'))) {
      throw new Error(`${target}: the build ended without an error and without a result`)
    }
    if (target === 'alipay') writeAlipayProject(inProject(out))
    finish(inProject(out))
    swap(inProject(out), inProject('dist', target))
  } finally {
    rmSync(inProject(out), { recursive: true, force: true })
  }
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

function swap(built: string, place: string): void {
  const old = `${built}-old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(built, place)
  rmSync(old, { recursive: true, force: true })
}

function removeLeftovers(prefix: string): void {
  const dist = inProject('dist')
  if (!existsSync(dist)) return
  for (const name of readdirSync(dist)) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!isRunning(pid)) rmSync(path.join(dist, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
