import { useCommonWords } from './common'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { useLook } from '../look'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const Words = () => <span>{useCommonWords().cancel}</span>
let screen: Screen<object>

afterEach(() => {
  screen.close()
})

it('reads Chinese until the English words are there, and both afterwards', async () => {
  screen = await show(Words, {})
  expect(screen.text()).toBe('取消')
  useLook.getState().setLanguage('en')
  await screen.settle()
  expect(screen.text()).toBe('Cancel')
  useLook.getState().setLanguage('zh-cn')
  await screen.settle()
  expect(screen.text()).toBe('取消')
})
