import { LikeJar } from './like-jar'

function jarOf(taps: number): LikeJar {
  const jar = new LikeJar()
  for (let tap = 0; tap < taps; tap += 1) jar.add()
  return jar
}

it('sums taps up into one call', () => {
  const jar = jarOf(7)
  expect(jar.take()).toBe(7)
  jar.settle(true)
  expect(jar.kept).toBe(0)
})

it('carries at most a hundred at once and keeps the rest', () => {
  const jar = jarOf(130)
  expect(jar.take()).toBe(100)
  jar.settle(true)
  expect(jar.kept).toBe(30)
})

it('keeps what did not arrive', () => {
  const jar = jarOf(3)
  jar.take()
  jar.add()
  jar.settle(false)
  expect(jar.take()).toBe(4)
})

it('sends nothing twice while a call is under way', () => {
  const jar = jarOf(3)
  jar.take()
  expect(jar.take()).toBe(0)
  expect(jar.kept).toBe(3)
})
