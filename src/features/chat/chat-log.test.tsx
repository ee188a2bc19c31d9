import type * as FakeHostFile from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { hear, emptyFeed, readUp, speak } from './chat-feed'
import { ChatLog, type ChatLogProps } from './chat-log'
import { type ChatRow, SLOTS } from './chat-ring'
import type { ChatTalk } from './chat-talk'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)
jest.mock('@/services/chat', () => ({ openChat: () => new Promise(() => undefined) }))

const rowOf = (index: number, overrides: Partial<ChatRow> = {}): ChatRow => ({
  key: `k${index}`,
  userId: 'u_lin',
  name: '林小满',
  text: `第 ${index} 句`,
  tone: 'said',
  fate: 'said',
  times: 1,
  ...overrides,
})
const rows = (from: number, count: number): ChatRow[] =>
  Array.from({ length: count }, (_, index) => rowOf(from + index))

const toNewest = jest.fn()
const onSayAgain = jest.fn()
const onRow = jest.fn()
// what a row and a button ask of it, and nothing else
const talk = { toNewest, readUp: () => undefined } as unknown as ChatTalk
const withFeed = (feed: ChatLogProps['chat']['feed']): ChatLogProps['chat'] => ({
  feed,
  state: 'ready',
  talk,
  input: { talk, isMuted: false, slowModeSeconds: 0, mention: null },
  reply: () => undefined,
  reopen: () => undefined,
})
let screen: Screen<ChatLogProps>

beforeEach(async () => {
  toNewest.mockClear()
  onSayAgain.mockClear()
  onRow.mockClear()
  screen = await show(ChatLog, { chat: withFeed(emptyFeed), place: 'over-video', onSayAgain, onRow })
})
afterEach(() => {
  screen.close()
})
const nodes = (): readonly Element[] => [...document.querySelectorAll('.rows > .row')]

it('keeps its fifty nodes whatever is said', async () => {
  const full = hear(emptyFeed, rows(0, SLOTS))
  await screen.setProps({ chat: withFeed(full) })
  const before = nodes()
  await screen.setProps({ chat: withFeed(hear(full, rows(SLOTS, 7))) })
  expect(nodes()).toHaveLength(SLOTS)
  expect(nodes().every((node, slot) => node === before[slot])).toBe(true)
})

it('writes new lines over the oldest and turns the ring by one class', async () => {
  await screen.setProps({ chat: withFeed(hear(hear(emptyFeed, rows(0, SLOTS)), rows(SLOTS, 2))) })
  expect(
    nodes()
      .slice(0, 3)
      .map((node) => node.textContent),
  ).toEqual(['林小满第 50 句', '林小满第 51 句', '林小满第 2 句'])
  expect(document.querySelector('.rows')?.classList.contains('head-2')).toBe(true)
})

it('tells screen readers the newest line, from a place of its own', async () => {
  await screen.setProps({ chat: withFeed(hear(emptyFeed, rows(0, 3))) })
  expect(document.querySelector('[role="log"]')?.textContent).toBe('林小满：第 2 句')
})

it('draws markup as text', async () => {
  await screen.setProps({ chat: withFeed(hear(emptyFeed, [rowOf(1, { text: '<b>大</b>' })])) })
  expect(screen.text()).toContain('<b>大</b>')
  expect(document.querySelector('.rows b')).toBeNull()
})

it.each([
  ['host', '主播 阿橙'],
  ['assistant', '助理 阿橙'],
  ['buyer', '买过 阿橙'],
  ['own', '阿橙'],
] as const)('marks what is said by: %s', async (tone, name) => {
  await screen.setProps({ chat: withFeed(hear(emptyFeed, [rowOf(1, { tone, name: '阿橙' })])) })
  expect(document.querySelector('.name')?.textContent).toBe(name)
})

it('counts what many say, and shows nothing of what is gone', async () => {
  const gone = rowOf(1, { fate: 'gone', name: '', text: '' })
  await screen.setProps({ chat: withFeed(hear(emptyFeed, [gone, rowOf(2, { text: '想要', times: 3 })])) })
  expect(nodes().map((node) => node.textContent)).toEqual(['', '林小满想要 ×3'])
  expect(nodes()[0]?.classList.contains('gone')).toBe(true)
})

it('hands over what is tapped, unless it is gone or on its way', async () => {
  const said = rowOf(1, { text: '甜吗' })
  await screen.setProps({
    chat: withFeed(hear(emptyFeed, [said, rowOf(2, { fate: 'sending', text: '慢' })])),
  })
  await screen.tap('甜吗')
  await screen.tap('慢')
  expect(onRow.mock.calls).toEqual([[said]])
})

it('offers to say again what was not sent', async () => {
  const failed = rowOf(1, { tone: 'own', fate: 'failed' })
  await screen.setProps({ chat: withFeed(speak(emptyFeed, failed)) })
  await screen.tap('没有发出去')
  expect(onSayAgain.mock.calls).toEqual([[failed]])
})

it('counts what came while the person read further up, and goes there', async () => {
  await screen.setProps({ chat: withFeed(hear(readUp(hear(emptyFeed, rows(0, 3))), rows(3, 12))) })
  expect(nodes()).toHaveLength(3)
  await screen.tap('12 条新消息')
  expect(toNewest).toHaveBeenCalledTimes(1)
})
