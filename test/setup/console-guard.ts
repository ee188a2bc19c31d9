import { forgetConsole, recordConsole, unexpectedConsole } from './expect-console'

/** A test that writes an error or a warning nobody asked for has not passed. */
beforeEach(() => {
  recordConsole()
})

afterEach(() => {
  const unexpected = unexpectedConsole()
  forgetConsole()
  if (unexpected.length > 0) throw new Error(`unexpected console output:\n${unexpected.join('\n')}`)
})
