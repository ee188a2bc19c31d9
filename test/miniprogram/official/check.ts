import type { Tally } from '../../tools/jest-part'

/** `not run` is for a machine that a tool does not exist for: it proves nothing, and must not look as if it did. */
export interface Check {
  readonly name: string
  readonly result: 'ok' | 'FAIL' | 'not run'
  readonly why: string
}

export function check(name: string, passed: boolean, why = ''): Check {
  return { name, result: passed ? 'ok' : 'FAIL', why }
}

export function printCheck({ name, result, why }: Check): void {
  console.log(`${result.padEnd(8)} ${name.padEnd(30)} ${why}`.trimEnd())
}

export function tallyOf(checks: readonly Check[]): Tally {
  const count = (result: Check['result']) => checks.filter((one) => one.result === result).length
  return { passed: count('ok'), failed: count('FAIL') }
}
