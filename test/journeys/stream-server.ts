import { readdirSync, readFileSync } from 'node:fs'

/** The video server that serves this product's rooms: the child process of the one that has this data. */
export function streamServerOf(dataDir: string): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const found = processes.find(
    (pid) =>
      read(pid, 'cmdline').includes('local/stream/main.ts') &&
      read(pid, 'environ').includes(`LIVESTALL_DATA=${dataDir}\0`),
  )
  if (found === undefined) throw new Error('No video server is running')
  return Number(found)
}
