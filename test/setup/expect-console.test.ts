import { expectConsole, forgetConsole, recordConsole, unexpectedConsole } from './expect-console'

it('accepts an announced error', () => {
  expectConsole(/disk full/)
  console.error('disk %s', 'full')
})

it('reports an error nobody announced', () => {
  console.warn('careless')
  expect(unexpectedConsole()).toEqual(['warn: careless'])
  forgetConsole()
  recordConsole()
})

it('reports an announced error that never came', () => {
  expectConsole(/never/)
  expect(unexpectedConsole()).toEqual(['expected and not written: /never/'])
  forgetConsole()
  recordConsole()
})
