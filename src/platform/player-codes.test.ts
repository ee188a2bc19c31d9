import { signalOfCode as alipaySignal } from './alipay/player/state-code'
import { signalOfCode as weappSignal } from './weapp/player/state-code'

describe("the state codes of WeChat's live-player", () => {
  it.each([
    [2001, 'loading'],
    [2002, 'loading'],
    [2003, 'playing'],
    [2004, 'playing'],
    [2006, 'ended'],
    [2007, 'stalled'],
    [2103, 'reconnecting'],
    [3001, 'reconnecting'],
    [3002, 'reconnecting'],
    [3003, 'reconnecting'],
    [3005, 'reconnecting'],
    [-2301, 'gave-up'],
    [-2302, 'gave-up'],
  ])('takes %i for %s', (code, signal) => {
    expect(weappSignal(code)).toBe(signal)
  })

  it.each([2005, 2008, 2009, 2101, 2102, 2104, 2105, 2106, 2107, 2108, 9999])(
    'hears nothing in %i',
    (code) => {
      expect(weappSignal(code)).toBeNull()
    },
  )
})

describe("the state codes of Alipay's live-player", () => {
  it.each([
    [2004, 'playing'],
    [2006, 'ended'],
    [2007, 'stalled'],
  ])('takes %i for %s', (code, signal) => {
    expect(alipaySignal(code)).toBe(signal)
  })

  it.each([2001, 2003, 2005, 2103])('hears nothing in %i', (code) => {
    expect(alipaySignal(code)).toBeNull()
  })
})
