import { DatabaseUnavailable, isUnavailable } from './is-unavailable'

const coded = (code: string) => Object.assign(new Error('from the driver'), { code })

it.each(['08006', '53100', '53300', '57P01', '57P03', '58030', '42501', '25006', '25P03', '57014', '55P03'])(
  'knows the server’s %s',
  (code) => {
    expect(isUnavailable(coded(code))).toBe(true)
  },
)

it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND'])('knows the network’s %s', (code) => {
  expect(isUnavailable(coded(code))).toBe(true)
})

it.each([
  'timeout exceeded when trying to connect',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
])('knows the driver’s “%s”', (message) => {
  expect(isUnavailable(new Error(message))).toBe(true)
})

it('knows an embedded engine that stopped', () => {
  expect(isUnavailable(new DatabaseUnavailable('it stopped'))).toBe(true)
})

it('takes no defect, conflict or broken rule for it', () => {
  const others = [coded('23505'), coded('40001'), coded('42601'), coded('XX000'), new Error('a defect'), null]
  for (const cause of others) expect([cause, isUnavailable(cause)]).toEqual([cause, false])
})
