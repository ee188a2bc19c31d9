import { composeId, firstPaymentOf, isId, isOwnedId, merchantOf } from './ids'

const random = 'abcdefghij0123456789'
const merchant = composeId('merchant', random)

describe('ids', () => {
  it('carry the merchant that they belong to', () => {
    const order = composeId('order', random, merchant)
    expect(order).toBe('o_abcdefghabcdefghij01')
    expect(merchantOf(order)).toBe(merchant)
    expect(merchantOf(composeId('payment', random, merchant))).toBe(merchant)
  })

  it('of an order and its first payment belong together', () => {
    expect(firstPaymentOf(composeId('order', random, merchant))).toBe('pay_abcdefghabcdefghij01')
  })

  it('are known to carry a merchant, or not to', () => {
    expect(isOwnedId(composeId('refund', random, merchant))).toBe(true)
    expect([isOwnedId(merchant), isOwnedId(composeId('user', random)), isOwnedId('text')]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('of people belong to nobody', () => {
    expect(composeId('user', random)).toBe(`u_${random}`)
    expect(() => composeId('user', random, merchant)).toThrow('user')
  })

  it('of a merchant cannot be made without it', () => {
    expect(() => composeId('order', random)).toThrow('order')
  })

  it('need enough random characters', () => {
    expect(() => composeId('user', 'short')).toThrow('user')
  })

  it('fit the wallets: at most 32 letters, digits and underscores', () => {
    expect(composeId('payment', random, merchant)).toMatch(/^\w{6,32}$/)
  })

  it.each([
    ['order', 'o_abcdefghabcdefghij01', true],
    ['order', 'p_abcdefghabcdefghij01', false],
    ['order', 'o_abcdefgh', false],
    ['order', 'o_ABCDEFGHabcdefghij01', false],
    ['order', "o_abcdefgh'; drop tab", false],
    ['payment', 'pay_abcdefghabcdefghij01', true],
    ['product', 'pay_abcdefghabcdefghij01', false],
    ['merchant', 'm_abcdefgh', true],
  ] as const)('are recognised: %s %j is %j', (kind, value, expected) => {
    expect(isId(kind, value)).toBe(expected)
  })
})
