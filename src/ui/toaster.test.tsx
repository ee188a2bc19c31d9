import { type Screen, show } from '../../test/builders/screen'
import { toast, Toaster } from './toaster'

let screen: Screen<object>

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'performance'] })
})
afterEach(() => {
  screen.close()
  jest.useRealTimers()
})

it('says something for a while', async () => {
  screen = await show(Toaster, {})
  toast('已复制')
  await screen.settle(100)
  expect(screen.text()).toContain('已复制')
  await screen.settle(3_000)
  expect(screen.text()).not.toContain('已复制')
})

it('does not begin again on the page that somebody goes on to', async () => {
  screen = await show(Toaster, {})
  toast('没有发出去')
  await screen.settle(2_000)
  screen.close()
  screen = await show(Toaster, {})
  expect(screen.text()).toContain('没有发出去')
  await screen.settle(1_000)
  expect(screen.text()).not.toContain('没有发出去')
})
