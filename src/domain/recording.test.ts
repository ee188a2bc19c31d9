import fc from 'fast-check'
import {
  lengthOf,
  mediaTimeOf,
  partsOfShow,
  placeOf,
  type RecordedPart,
  serverTimeOf,
  spansOnAir,
  withPart,
} from './recording'

const part = (startsAt: number, durationMs: number): RecordedPart => ({ startsAt, durationMs })

describe('what was recorded', () => {
  it('is kept in the order of the show, whatever order it is told in', () => {
    expect(withPart([part(5_000, 1_000)], part(1_000, 1_000))).toEqual([
      part(1_000, 1_000),
      part(5_000, 1_000),
    ])
  })

  it('is taken once, however often it is told', () => {
    expect(withPart([part(1_000, 1_000)], part(1_000, 1_000))).toEqual([part(1_000, 1_000)])
  })

  it('is replaced by what holds the most of it, and keeps a neighbour that only touches', () => {
    const [first, second, whole] = [part(1_000, 1_000), part(2_100, 1_000), part(900, 1_300)]
    expect(withPart([first, second], whole)).toEqual([whole, second])
  })
})

describe('the part of it that is the show', () => {
  const show = { from: 10_000, to: 20_000 }

  it('leaves out what was on air before and after', () => {
    expect(partsOfShow([part(4_000, 30_000)], show)).toEqual([
      { startsAt: 10_000, durationMs: 10_000, skipMs: 6_000 },
    ])
    expect(partsOfShow([part(1_000, 9_000), part(20_000, 1_000)], show)).toEqual([])
  })

  it('shows no moment twice', () => {
    expect(partsOfShow([part(10_000, 5_000), part(14_000, 4_000), part(15_000, 1_000)], show)).toEqual([
      { startsAt: 10_000, durationMs: 5_000, skipMs: 0 },
      { startsAt: 15_000, durationMs: 3_000, skipMs: 1_000 },
    ])
  })
})

describe('when a picture was on air', () => {
  const show = { from: 1_000, to: 9_000 }
  const on = (at: number) => ({ at, isOn: true })
  const off = (at: number) => ({ at, isOn: false })

  it.each([
    ['all the time', [], true, [[1_000, 9_000]]],
    ['never', [], false, []],
    ['since before the show', [on(500)], true, [[1_000, 9_000]]],
    ['from when it came', [on(3_000)], true, [[3_000, 9_000]]],
    ['until it went', [off(3_000)], false, [[1_000, 3_000]]],
    [
      'with a break',
      [on(500), off(3_000), on(4_000)],
      true,
      [
        [1_000, 3_000],
        [4_000, 9_000],
      ],
    ],
    ['only before the show', [on(100), off(500)], false, []],
    ['on although it was on', [on(2_000), on(3_000)], true, [[2_000, 9_000]]],
    ['off after the show', [on(500), off(9_500)], false, [[1_000, 9_000]]],
  ] as const)('%s', (_case, changes, isOn, spans) => {
    expect(spansOnAir(changes, show, isOn)).toEqual(spans.map(([from, to]) => ({ from, to })))
  })
})

describe('time in a replay', () => {
  const parts = [part(1_000, 4_000), part(8_000, 2_000)]

  it('jumps over what was not recorded', () => {
    expect(lengthOf(parts)).toBe(6_000)
    expect([0, 1_000, 3_000, 6_000, 8_000, 9_000, 99_000].map((at) => mediaTimeOf(parts, at))).toEqual([
      0, 0, 2_000, 4_000, 4_000, 5_000, 6_000,
    ])
    expect([0, 3_999, 4_000, 5_000].map((ms) => serverTimeOf(parts, ms))).toEqual([
      1_000, 4_999, 8_000, 9_000,
    ])
  })

  it('has a place in a part, the last one at its end', () => {
    expect([-5, 0, 4_000, 5_999, 6_000, 70_000].map((ms) => placeOf(parts, ms))).toEqual([
      { part: 0, ms: 0 },
      { part: 0, ms: 0 },
      { part: 1, ms: 0 },
      { part: 1, ms: 1_999 },
      { part: 1, ms: 2_000 },
      { part: 1, ms: 2_000 },
    ])
  })

  it('is nowhere without a recording', () => {
    expect(placeOf([], 5)).toEqual({ part: -1, ms: 0 })
    expect([serverTimeOf([], 5), mediaTimeOf([], 5), lengthOf([])]).toEqual([0, 0, 0])
  })

  it('is the same back and forth, for every moment that was recorded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_999 }), (ms) => {
        expect(mediaTimeOf(parts, serverTimeOf(parts, ms))).toBe(ms)
      }),
    )
  })
})
