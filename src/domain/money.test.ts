import fc from 'fast-check'
import { addFen, formatYuan, parseYuan, timesFen, toFen } from './money'
import { ok } from './result'

describe('fen', () => {
  it('refuses anything but whole fen', () => {
    for (const value of [0.5, NaN, Infinity, 2 ** 53]) expect(() => toFen(value)).toThrow(RangeError)
  })

  it('adds and multiplies whole fen', () => {
    expect(addFen(toFen(199), toFen(1))).toBe(200)
    expect(timesFen(toFen(1990), 3)).toBe(5970)
  })

  it('refuses a product beyond what counts exactly', () => {
    expect(() => timesFen(toFen(2 ** 52), 4)).toThrow(RangeError)
  })
})

describe('yuan text', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [123_456, '1234.56'],
  ])('writes %i fen as %s', (fen, text) => {
    expect(formatYuan(toFen(fen))).toBe(text)
  })

  it.each([
    ['0.29', 29],
    ['¥12.5', 1250],
    ['￥ 8', 800],
    [' 1999 ', 199_900],
  ])('reads %s as %i fen', (text, fen) => {
    expect(parseYuan(text)).toEqual(ok(fen))
  })

  it.each(['', '-1', '1.234', '1,000', '1e3', '.5', 'NaN', '99999999999'])('does not read %j', (text) => {
    expect(parseYuan(text)).toEqual({ ok: false, error: { code: 'not-an-amount' } })
  })

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (fen) => {
        expect(parseYuan(formatYuan(toFen(fen)))).toEqual(ok(fen))
      }),
    )
  })
})
