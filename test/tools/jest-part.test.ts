import { tallyOf } from './jest-part'

const report = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number) =>
  JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites })

it('counts tests', () => {
  expect(tallyOf(report(7, 2, 0), 1)).toEqual({ passed: 7, failed: 2 })
})

it('counts a suite that could not start as a failure', () => {
  expect(tallyOf(report(7, 0, 1), 1)).toEqual({ passed: 7, failed: 1 })
})

it('fails a run whose tests passed and that jest refuses: its thresholds are tests, too', () => {
  expect(tallyOf(report(7, 0, 0), 1)).toEqual({ passed: 7, failed: 1 })
  expect(tallyOf(report(7, 0, 0), 0)).toEqual({ passed: 7, failed: 0 })
})

it('fails a run without tests', () => {
  expect(tallyOf(report(0, 0, 0), 0)).toEqual({ passed: 0, failed: 1 })
})
