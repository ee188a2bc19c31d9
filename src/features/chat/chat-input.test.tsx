import type * as FakeHostFile from '../../../test/builders/fake-host'
import { type Screen, show } from '../../../test/builders/screen'
import { ChatInput, type ChatInputProps } from './chat-input'
import type { ChatTalk } from './chat-talk'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)
jest.mock('@/services/chat', () => ({ openChat: () => new Promise(() => undefined) }))

const PLACE = '说点什么…'
const say = jest.fn()
// what the input asks of it, and nothing else
const talk = { say } as unknown as ChatTalk
const open = { isMuted: false, slowModeSeconds: 0, mention: null }
let screen: Screen<ChatInputProps>

beforeEach(async () => {
  say.mockReset().mockResolvedValue(null)
  screen = await show(ChatInput, { ...open, talk, place: 'over-video' as const })
})
afterEach(() => {
  screen.close()
})

const draft = (): string =>
  document.querySelector<HTMLInputElement>(`[aria-label="${PLACE}"] input`)?.value ?? 'no field'

it('says what was typed, though Enter came before it was drawn', async () => {
  await screen.typeAndEnter(PLACE, '草莓新鲜吗')
  expect(say).toHaveBeenCalledWith('草莓新鲜吗')
  expect(draft()).toBe('')
})

it('says it by the button too, once', async () => {
  await screen.type(PLACE, '包邮吗')
  await screen.tap('发送', 2)
  expect(say.mock.calls).toEqual([['包邮吗']])
  expect(draft()).toBe('')
})

it('gives back what is too long to be said', async () => {
  say.mockResolvedValue('chat-too-long')
  await screen.typeAndEnter(PLACE, '长'.repeat(201))
  expect(draft()).toBe('长'.repeat(201))
})

it.each(['chat-slow-mode', 'chat-too-fast', 'chat-repeated'])(
  'gives back what was not said for %s',
  async (problem) => {
    say.mockResolvedValue(problem)
    await screen.typeAndEnter(PLACE, '甜吗')
    expect(draft()).toBe('甜吗')
  },
)

it('says that one is muted, in place of the input', async () => {
  await screen.setProps({ isMuted: true })
  expect(screen.text()).toContain('你已被禁言')
  expect(document.querySelector('input')).toBeNull()
})

it('tells the pace of slow mode', async () => {
  await screen.setProps({ slowModeSeconds: 10 })
  expect(document.querySelector('[aria-label="慢速模式：每 10 秒说一句"]')).not.toBeNull()
})

it('begins with the name of whom it is for, in place of an earlier one', async () => {
  await screen.type(PLACE, '收到')
  await screen.setProps({ mention: { name: '小满' } })
  await screen.setProps({ mention: { name: '阿岭' } })
  expect(draft()).toBe('@阿岭 收到')
})
