import { findCarrier } from './carriers'

describe('a carrier', () => {
  it.each([
    ['sf', 'SF'],
    [' 顺丰速运 ', 'SF'],
    ['中通', 'ZTO'],
  ])('is found as %j', (text, code) => {
    expect(findCarrier(text)?.code).toBe(code)
  })

  it('that nobody knows is not found', () => {
    expect(findCarrier('飞鸽')).toBeNull()
  })
})
