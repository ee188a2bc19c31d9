import type * as FakeHostFile from '../../../test/builders/fake-host'
import { data, host, lost } from '../../../test/builders/fake-host'
import { roomId } from '../../../test/builders/room'
import { show } from '../../../test/builders/screen'
import { WatchQualityLine } from './watch-quality-line'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const told = { stays: 12, firstFrameMs: 640, latencyMs: 2140, stalledPerMille: 4 }
async function textFor(answer: Parameters<typeof host.answer>[1]): Promise<string> {
  host.answer('insights/watch-quality', answer)
  const screen = await show(WatchQualityLine, { roomId })
  await screen.settle()
  const text = screen.text()
  screen.close()
  return text
}

beforeEach(() => host.reset())

it('says in one line how well the show is seen', async () => {
  expect(await textFor(() => data(told))).toBe('首帧 0.6 秒 · 卡顿 0.4% · 延迟 2.1 秒 · 12 人次')
})

it('leaves out what nobody could tell', async () => {
  expect(await textFor(() => data({ ...told, latencyMs: null }))).not.toContain('延迟')
})

it('says nothing before anybody has told, or when it cannot be asked', async () => {
  expect(await textFor(() => data({ ...told, stays: 0 }))).toBe('')
  expect(await textFor(() => lost())).toBe('')
})
