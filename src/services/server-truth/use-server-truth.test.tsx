import { Text } from '@tarojs/components'
import { err, ok, type Result } from '@/domain/result'
import type * as FakeHostFile from '../../../test/builders/fake-host'
import { host } from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import type { CallError } from '../backend'
import { useServerTruth } from './use-server-truth'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

type Answer = Result<string, CallError>
let answers: ((answer: Answer) => void)[] = []
const load = (): Promise<Answer> => new Promise((resolve) => answers.push(resolve))
let refresh: () => Promise<void> = () => Promise.resolve()
let replace: (value: string) => void = () => undefined

function Shown() {
  const known = useServerTruth(load)
  refresh = known.refresh
  replace = known.replace
  return <Text>{JSON.stringify(known.truth)}</Text>
}
let screen: Screen<object>
const reply = async (index: number, answer: Answer): Promise<void> => {
  answers[index]?.(answer)
  await screen.settle()
}

beforeEach(async () => {
  host.reset()
  answers = []
  screen = await show(Shown, {})
})
afterEach(() => {
  screen.close()
})

it('drops an answer that was overtaken by a newer question', async () => {
  void refresh()
  await reply(1, ok('new'))
  await reply(0, ok('old'))
  expect(screen.text()).toContain('new')
  expect(screen.text()).not.toContain('old')
})

it('asks again when the network comes back', async () => {
  await reply(0, err({ code: 'offline' }))
  expect(screen.text()).toContain('failed')
  host.setOnline(true)
  await reply(1, ok('back'))
  expect(screen.text()).toContain('back')
})

it('is not overwritten by an older answer after another call has told the news', async () => {
  replace('cancelled')
  await reply(0, ok('awaiting'))
  expect(screen.text()).toContain('cancelled')
})
