import { chase } from './latency-chase'

describe('chase', () => {
  it.each([
    {
      fact: 'leaves a picture on time alone',
      aheadMs: 500,
      rate: 1,
      marginMs: 0,
      expected: { jumpMs: 0, rate: 1 },
    },
    {
      fact: 'plays a little faster when late',
      aheadMs: 900,
      rate: 1,
      marginMs: 0,
      expected: { jumpMs: 0, rate: 1.1 },
    },
    {
      fact: 'stays faster until the target',
      aheadMs: 500,
      rate: 1.1,
      marginMs: 0,
      expected: { jumpMs: 0, rate: 1.1 },
    },
    {
      fact: 'returns to normal at the target',
      aheadMs: 400,
      rate: 1.1,
      marginMs: 0,
      expected: { jumpMs: 0, rate: 1 },
    },
    {
      fact: 'jumps when far behind',
      aheadMs: 7400,
      rate: 1,
      marginMs: 0,
      expected: { jumpMs: 7000, rate: 1 },
    },
    {
      fact: 'keeps its distance on a network that stalls',
      aheadMs: 900,
      rate: 1,
      marginMs: 300,
      expected: { jumpMs: 0, rate: 1 },
    },
    {
      fact: 'jumps to a larger distance there',
      aheadMs: 7400,
      rate: 1,
      marginMs: 600,
      expected: { jumpMs: 6400, rate: 1 },
    },
  ])('$fact', ({ aheadMs, rate, marginMs, expected }) => {
    expect(chase(aheadMs, rate, marginMs)).toEqual(expected)
  })
})
