import { format } from 'node:util'

type Level = 'error' | 'warn'

/** React's test renderer announces its own move to another package on every first render. */
const fromTools = [/ReactDOMTestUtils\.act/]
const levels: readonly Level[] = ['error', 'warn']

let lines: string[] = []
let expected: RegExp[] = []
let restore: (() => void)[] = []

export function recordConsole(): void {
  restore = levels.map((level) => {
    const original = console[level]
    console[level] = (...details: unknown[]) => {
      lines.push(`${level}: ${format(...details)}`)
    }
    return () => {
      console[level] = original
    }
  })
}

/** Announces that the test provokes this error or warning; the test fails as well when it does not come. */
export function expectConsole(text: RegExp): void {
  expected.push(text)
}

export function unexpectedConsole(): readonly string[] {
  const unknown = lines.filter((line) => ![...expected, ...fromTools].some((text) => text.test(line)))
  const missing = expected.filter((text) => !lines.some((line) => text.test(line)))
  return [...unknown, ...missing.map((text) => `expected and not written: ${String(text)}`)]
}

export function forgetConsole(): void {
  for (const undo of restore) undo()
  lines = []
  expected = []
  restore = []
}
