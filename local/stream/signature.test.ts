import { checkSignature, md5 } from './signature'

const seconds = 0x5c2acacc
const vector = new URLSearchParams('txSecret=b77e812107e1d8b8f247885a46e1bd34&txTime=5c2acacc')

describe('checkSignature', () => {
  it("accepts the vendor's published example until its second", () => {
    expect(checkSignature('somestring', 'test', { query: vector, nowMs: seconds * 1000 })).toBe('valid')
    expect(checkSignature('somestring', 'test', { query: vector, nowMs: seconds * 1000 + 1 })).toBe('expired')
  })

  it('takes the time in the letter case in which it was signed', () => {
    const upper = new URLSearchParams({ txSecret: md5('key' + 'test' + '5C2ACACC'), txTime: '5C2ACACC' })
    expect(checkSignature('key', 'test', { query: upper, nowMs: 0 })).toBe('valid')
  })

  it.each([
    ['nothing', ''],
    ['another secret', 'txSecret=00000000000000000000000000000000&txTime=5c2acacc'],
    ['a later time under the same secret', 'txSecret=b77e812107e1d8b8f247885a46e1bd34&txTime=6c2acacc'],
    ['a time that is no number', `txSecret=${md5('somestring' + 'test' + 'soon')}&txTime=soon`],
  ])('refuses %s', (_case, query) => {
    expect(checkSignature('somestring', 'test', { query: new URLSearchParams(query), nowMs: 0 })).toBe(
      'forged',
    )
  })

  it("refuses one stream's signature on another", () => {
    expect(checkSignature('somestring', 'test2', { query: vector, nowMs: 0 })).toBe('forged')
  })
})
