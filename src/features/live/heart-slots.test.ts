import { HEART_SLOTS, heartSlots } from './heart-slots'

it('rests before the first tap', () => {
  expect(new Set(heartSlots(0).map(({ twin }) => twin))).toEqual(new Set(['rest']))
})

it('starts one heart for each tap and leaves the others flying', () => {
  for (let taps = 0; taps < 40; taps += 1) {
    const [before, after] = [heartSlots(taps), heartSlots(taps + 1)]
    const started = after.flatMap(({ twin }, slot) => (twin === before[slot]?.twin ? [] : [slot]))
    expect(started).toEqual([taps % HEART_SLOTS])
  }
})
