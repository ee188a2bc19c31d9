import committed from './host-names.json'
import { readHostNames } from './read-host-names'

describe('host-names.json', () => {
  const fresh = readHostNames()

  it('holds what the installed typings declare', () => {
    expect(committed).toEqual(fresh)
  })

  it.each([
    ['weapp', 'requestPayment', 'tradePay'],
    ['alipay', 'tradePay', 'requestPayment'],
  ] as const)('gives %s %s and not %s', (host, own, foreign) => {
    expect([fresh[host].includes(own), fresh[host].includes(foreign)]).toEqual([true, false])
  })
})
