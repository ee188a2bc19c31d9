import type * as FakeHostFile from '../../../test/builders/fake-host'
import { composeId } from '@/domain/ids'
import { SILENCE } from '@/domain/room-talk'
import { data, host, refusal } from '../../../test/builders/fake-host'
import { merchantId, productIdOf, roomId } from '../../../test/builders/room'
import { type Screen, show } from '../../../test/builders/screen'
import { Page } from '@/ui'
import { MessageActions, type MessageActionsProps } from './message-actions'
import { QuestionQueue } from './question-queue'
import { ReportsDesk } from './reports-desk'
import { TalkDesk, type TalkDeskProps } from './talk-desk'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../test/builders/fake-host').host.platform,
)

const userId = composeId('user', 'mei'.padEnd(20, '0'))
const messageId = `${userId}-7`
const said = { messageId, userId, name: '小满', text: '加微信便宜', isStaff: false }
const asked = (name: string) => host.asked(name).map(({ input }) => input)

let close: () => void = () => undefined
async function open<P extends object>(Part: (props: P) => React.ReactNode, props: P): Promise<Screen<P>> {
  const screen = await show<P>(
    (given) => (
      <Page>
        <Part {...given} />
      </Page>
    ),
    props,
  )
  ;({ close } = screen)
  await screen.settle()
  return screen
}

beforeEach(() => host.reset())
afterEach(() => {
  close()
})

describe('what a host does about a message', () => {
  const happened: string[] = []
  const given = (change: Partial<MessageActionsProps> = {}): MessageActionsProps => ({
    roomId,
    said,
    isPinned: false,
    onReply: () => happened.push('reply'),
    onChanged: () => happened.push('changed'),
    onClose: () => happened.push('close'),
    ...change,
  })
  beforeEach(() => {
    happened.length = 0
  })

  it.each([
    ['删除', 'delete-message', { roomId, messageId }],
    ['置顶', 'pin-message', { roomId, messageId }],
    ['禁言 10 分钟', 'mute', { roomId, userId, minutes: 10 }],
    ['一直禁言', 'mute', { roomId, userId, minutes: null }],
  ])('%s happens once for two taps, and the sheet closes', async (words, operation, input) => {
    host.answer(`chat/${operation}`, () => data({}))
    const screen = await open(MessageActions, given())
    await screen.tap(words, 2)
    await screen.settle()
    expect(asked(`chat/${operation}`)).toEqual([input])
    expect(happened).toEqual(['changed', 'close'])
  })

  it('shows nobody out without asking first', async () => {
    host.answer('chat/ban', () => data({}))
    const screen = await open(MessageActions, given())
    await screen.tap('请出直播间')
    expect(screen.text()).toContain('把 小满 请出直播间？')
    expect(asked('chat/ban')).toEqual([])
    await screen.tap('请出直播间')
    await screen.settle()
    expect(asked('chat/ban')).toEqual([{ roomId, userId }])
    expect(happened).toEqual(['changed', 'close'])
  })

  it('says why it was not done, and stays', async () => {
    host.answer('chat/delete-message', () => refusal('message-not-found'))
    const screen = await open(MessageActions, given())
    await screen.tap('删除')
    await screen.settle()
    expect(happened).toEqual([])
    expect(screen.text()).toContain('加微信便宜')
  })

  it('takes a pin off, and has nothing against the shop’s own people', async () => {
    host.answer('chat/pin-message', () => data({}))
    const screen = await open(MessageActions, given({ isPinned: true, said: { ...said, isStaff: true } }))
    expect(screen.text()).not.toContain('禁言')
    await screen.tap('取消置顶')
    await screen.settle()
    expect(asked('chat/pin-message')).toEqual([{ roomId, messageId: null }])
  })
})

describe('the queue of questions', () => {
  const question = {
    id: composeId('question', 'q1'.padEnd(12, '0'), merchantId),
    productId: productIdOf(1),
    userId,
    name: '小满',
    question: '能放几天？',
    answer: null,
    askedAt: 1,
  }
  const props = { roomId, nameOf: () => '赣南脐橙', onChanged: () => undefined, onClose: () => undefined }

  it('is answered in place', async () => {
    host.answer('chat/list-questions', () => data({ questions: [question] }))
    host.answer('chat/answer-question', () => data({ question: { ...question, answer: '三天' } }))
    const screen = await open(QuestionQueue, props)
    expect(screen.text()).toContain('赣南脐橙')
    expect(screen.isOff('回答 小满')).toBe(true)
    await screen.type('回答', ' 三天 ')
    await screen.tap('回答 小满')
    await screen.settle()
    expect(asked('chat/answer-question')).toEqual([{ questionId: question.id, answer: '三天' }])
    expect(asked('chat/list-questions')).toHaveLength(2)
  })

  it('says that nobody has asked yet', async () => {
    host.answer('chat/list-questions', () => data({ questions: [] }))
    expect((await open(QuestionQueue, props)).text()).toContain('还没有人提问')
  })
})

describe('what was reported', () => {
  const report = {
    id: composeId('report', 'r1'.padEnd(12, '0'), merchantId),
    roomId,
    roomTitle: '脐橙开园',
    reason: 'off-platform',
    note: '一直在加微信',
    reporterName: '小君',
    accused: { userId, name: '小满' },
    message: { id: messageId, text: '加微信便宜', isDeleted: false },
    reportedAt: 1,
    settledAt: null,
  }
  const props = { merchantId, onChanged: () => undefined, onClose: () => undefined }

  it('is read with its reason, dealt with and settled', async () => {
    host.answer('chat/list-reports', () => data({ reports: [report] }))
    for (const name of ['delete-message', 'mute', 'settle-report'])
      host.answer(`chat/${name}`, () => data({}))
    const screen = await open(ReportsDesk, props)
    for (const words of ['引导私下交易', '小满：加微信便宜', '一直在加微信', '小君 举报'])
      expect(screen.text()).toContain(words)
    for (const words of ['删除', '一直禁言', '处理完毕']) {
      await screen.tap(words)
      await screen.settle()
    }
    expect(asked('chat/delete-message')).toEqual([{ roomId, messageId }])
    expect(asked('chat/mute')).toEqual([{ roomId, userId, minutes: null }])
    expect(asked('chat/settle-report')).toEqual([{ reportId: report.id }])
  })

  it('has nothing more to do once it is settled', async () => {
    host.answer('chat/list-reports', () => data({ reports: [{ ...report, settledAt: 2, message: null }] }))
    const screen = await open(ReportsDesk, props)
    expect(screen.text()).toContain('举报这场直播')
    expect(screen.text()).not.toContain('处理完毕')
  })
})

describe('the desk of a room’s talk', () => {
  const props: TalkDeskProps = {
    roomId,
    talk: { ...SILENCE, notice: '今晚抽奖', slowModeSeconds: 5 },
    onChanged: () => undefined,
    onClose: () => undefined,
  }
  beforeEach(() => {
    host.answer('chat/list-restricted', () =>
      data({ muted: [{ userId, name: '小满', until: null }], banned: [{ userId, name: '小君' }] }),
    )
    host.answer('chat/get-words', () => data({ words: ['代购'] }))
    for (const name of ['set-notice', 'set-slow-mode', 'set-words', 'unmute', 'unban'])
      host.answer(`chat/${name}`, () => data({}))
  })

  it('changes the notice board and takes it down', async () => {
    const screen = await open(TalkDesk, props)
    expect(screen.isOff('发布公告')).toBe(true)
    await screen.type('公告', '八点抽奖')
    await screen.tap('发布公告')
    await screen.settle()
    await screen.tap('撤下公告')
    await screen.settle()
    expect(asked('chat/set-notice')).toEqual([
      { roomId, notice: '八点抽奖' },
      { roomId, notice: null },
    ])
  })

  it('sets the pace, and the shop’s own words', async () => {
    const screen = await open(TalkDesk, props)
    await screen.tap('30 秒一句')
    await screen.settle()
    expect(asked('chat/set-slow-mode')).toEqual([{ roomId, seconds: 30 }])
    await screen.type('店铺屏蔽词', '代购，加我、v信')
    await screen.tap('保存屏蔽词')
    await screen.settle()
    expect(asked('chat/set-words')).toEqual([{ merchantId, words: ['代购', '加我', 'v信'] }])
  })

  it('lets people speak and come back', async () => {
    const screen = await open(TalkDesk, props)
    await screen.tap('解除禁言 小满')
    await screen.settle()
    await screen.tap('让他回来 小君')
    await screen.settle()
    expect(asked('chat/unmute')).toEqual([{ roomId, userId }])
    expect(asked('chat/unban')).toHaveLength(1)
  })

  it('makes the record first and hands it over by a tap of its own', async () => {
    host.answer('chat/export-chat', () => data({ csv: 'when,who\r\n', count: 0 }))
    const screen = await open(TalkDesk, props)
    await screen.tap('生成聊天记录')
    await screen.settle()
    await screen.tap('保存聊天记录')
    await screen.settle()
    expect([...host.saved]).toEqual([[`chat-${roomId}.csv`, 'when,who\r\n']])
  })
})
