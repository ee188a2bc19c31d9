import { TooLate, within } from './within'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

it('is what the work comes to, and leaves no timer behind', async () => {
  expect(await within(100, Promise.resolve('yes'))).toBe('yes')
  await expect(within(100, Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(jest.getTimerCount()).toBe(0)
})

it('does not wait longer', async () => {
  const late = within(100, new Promise(() => undefined))
  jest.advanceTimersByTime(100)
  await expect(late).rejects.toBeInstanceOf(TooLate)
})
