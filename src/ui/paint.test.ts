import { createPaint } from './paint'

const EVERY_MS = 240

function setUp() {
  let time = 1_000
  const timers: { readonly at: number; readonly run: () => void }[] = []
  const drawn: string[] = []
  const paint = createPaint(EVERY_MS, {
    now: () => time,
    later: (run, ms) => {
      timers.push({ at: time + ms, run })
    },
    together: (run) => {
      drawn.push('|')
      run()
    },
  })
  const pass = (ms: number): void => {
    time += ms
    for (const timer of timers.filter(({ at }) => at <= time)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.run()
    }
  }
  const draw = (key: string, what: string): void => {
    paint.soon(key, () => drawn.push(what))
  }
  return { paint, pass, draw, told: () => drawn.join('') }
}

it('draws the first change at once and gathers the following ones', () => {
  const { draw, pass, told } = setUp()
  draw('chat', 'a')
  pass(0)
  draw('chat', 'b')
  draw('likes', 'x')
  pass(EVERY_MS - 1)
  expect(told()).toBe('|a')
  pass(1)
  expect(told()).toBe('|a|bx')
})

it('draws only the newest of one kind', () => {
  const { draw, pass, told } = setUp()
  draw('pulse', '1')
  draw('pulse', '2')
  pass(0)
  expect(told()).toBe('|2')
})

it('draws at most five times a second under any load', () => {
  const { draw, pass, told } = setUp()
  for (let message = 0; message < 1_000; message += 1) {
    draw('chat', '.')
    draw('likes', '.')
    pass(1)
  }
  expect(told().split('|').length - 1).toBeLessThanOrEqual(5)
})

it('draws nothing while the page is hidden, and all of it when it shows again', () => {
  const { paint, draw, pass, told } = setUp()
  draw('chat', 'a')
  paint.hold()
  pass(EVERY_MS)
  draw('likes', 'x')
  paint.now()
  pass(EVERY_MS)
  expect(told()).toBe('')
  paint.resume()
  pass(0)
  expect(told()).toBe('|ax')
})

it('draws what a person has just done without waiting', () => {
  const { paint, draw, pass, told } = setUp()
  draw('chat', 'a')
  pass(0)
  draw('chat', 'mine')
  paint.now()
  pass(EVERY_MS)
  expect(told()).toBe('|a|mine')
})
