import { swipeOf } from './swipe-of'

const swipe = (x: number, y: number, ms = 200) =>
  swipeOf({ x: 200, y: 400, at: 1_000 }, { x: 200 + x, y: 400 + y, at: 1_000 + ms })

it.each([
  ['up', 10, -120],
  ['down', -20, 90],
  ['left', -200, 30],
  ['right', 71, 0],
] as const)('goes %s', (direction, x, y) => {
  expect(swipe(x, y)).toBe(direction)
})

it.each([
  ['a tap of an unsteady hand', 5, -40, 100],
  ['a finger that goes slantwise', 100, -90, 200],
  ['a finger that rests first', 0, -200, 900],
])('is not %s', (_case, x, y, ms) => {
  expect(swipe(x, y, ms)).toBeNull()
})
