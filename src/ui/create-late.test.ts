import { createLate } from './create-late'

it('brings it once for all who ask', async () => {
  let brought = 0
  const late = createLate(() => Promise.resolve((brought += 1)))
  expect(late.read()).toBeNull()
  await Promise.all([late.load(), late.load()])
  await late.load()
  expect(late.read()).toBe(1)
})

it('tells who listens that it has come, until they stop', async () => {
  const late = createLate(() => Promise.resolve('here'))
  const heard: (string | null)[] = []
  late.subscribe(() => void heard.push(late.read()))
  const stop = late.subscribe(() => void heard.push('stopped'))
  stop()
  await late.load()
  expect(heard).toEqual(['here'])
})

it('rejects when it does not come, and tries again for who asks again', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('here')]
  const late = createLate(() => answers.shift() ?? Promise.reject(new Error('asked too often')))
  await expect(late.load()).rejects.toThrow('offline')
  expect(late.read()).toBeNull()
  await late.load()
  expect(late.read()).toBe('here')
})
