import type * as FakeHostFile from '../../../../test/builders/fake-host'
import { composeId } from '@/domain/ids'
import { SILENCE } from '@/domain/room-talk'
import { data, host, refusal } from '../../../../test/builders/fake-host'
import { aRoomState, merchantId, productIdOf, roomId } from '../../../../test/builders/room'
import { type Screen, show } from '../../../../test/builders/screen'
import { Page } from '@/ui'
import { TalkStrip } from '../talk-strip'
import { MessageSheet, type MessageSheetProps } from './message-sheet'
import { NoticeSheet, type NoticeSheetProps } from './notice-sheet'
import { QuestionsSheet } from './questions-sheet'

jest.mock(
  '@/platform',
  () => jest.requireActual<typeof FakeHostFile>('../../../../test/builders/fake-host').host.platform,
)

const userId = composeId('user', 'mei'.padEnd(20, '0'))
const row = { key: `${userId}-7`, userId, name: '小满', text: '加微信便宜', tone: 'said' } as const
const asked = (name: string) => host.asked(name).map(({ input }) => input)
const happened: unknown[] = []
const onClose = (): void => void happened.push('close')

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

beforeEach(() => {
  host.reset()
  happened.length = 0
})
afterEach(() => {
  close()
})

describe('a message that is tapped', () => {
  const chat = {
    reply: (name: string) => happened.push(['reply', name]),
    talk: { block: (person: object) => happened.push(['block', person]) },
  } as unknown as MessageSheetProps['chat']
  const given = (change: Partial<MessageSheetProps['row']> = {}): MessageSheetProps => ({
    roomId,
    row: { ...row, ...change },
    chat,
    onClose,
  })

  it('is answered, or its speaker no longer heard on this phone', async () => {
    const screen = await open(MessageSheet, given())
    await screen.tap('回复')
    await screen.tap('不看这个人')
    expect(happened).toEqual([['reply', '小满'], 'close', ['block', { userId, name: '小满' }], 'close'])
  })

  it('is reported once, with a reason and what there is to say', async () => {
    host.answer('chat/report', () =>
      data({ reportId: composeId('report', 'r1'.padEnd(12, '0'), merchantId) }),
    )
    const screen = await open(MessageSheet, given())
    await screen.tap('举报')
    expect(screen.isOff('提交举报')).toBe(true)
    await screen.tap('引导私下交易')
    await screen.type('补充说明（选填）', ' 一直在发 ')
    await screen.tap('提交举报', 2)
    await screen.settle()
    expect(asked('chat/report')).toEqual([
      { roomId, messageId: row.key, reason: 'off-platform', note: '一直在发' },
    ])
    expect(happened).toEqual(['close'])
  })

  it('keeps what was written when the report does not go through', async () => {
    host.answer('chat/report', () => refusal('report-limit'))
    const screen = await open(MessageSheet, given())
    await screen.tap('举报')
    await screen.tap('其他')
    await screen.tap('提交举报')
    await screen.settle()
    expect(happened).toEqual([])
    expect(screen.isOff('提交举报')).toBe(false)
  })

  it('offers nothing against oneself, and no deafness for the shop', async () => {
    const own = await open(MessageSheet, given({ tone: 'own' }))
    expect(own.text()).not.toMatch(/回复|不看/)
    await expect(own.tap('举报')).rejects.toThrow('Nothing to tap')
    own.close()
    const hosts = await open(MessageSheet, given({ tone: 'host' }))
    expect(hosts.text()).toContain('举报')
    expect(hosts.text()).not.toContain('不看这个人')
  })
})

describe('questions to the host', () => {
  const state = aRoomState({ explaining: [productIdOf(1)] })

  it('are about what is explained now, unless told otherwise', async () => {
    host.answer('chat/ask-question', () =>
      data({ questionId: composeId('question', 'q1'.padEnd(12, '0'), merchantId) }),
    )
    const screen = await open(QuestionsSheet, { state, onClose })
    expect(screen.isOff('提问')).toBe(true)
    await screen.type('向主播提问', ' 甜吗 ')
    await screen.tap('提问', 2)
    await screen.settle()
    expect(asked('chat/ask-question')).toEqual([{ roomId, question: '甜吗', productId: productIdOf(1) }])
    await screen.tap('不限商品')
    await screen.type('向主播提问', '几点下播')
    await screen.tap('提问')
    await screen.settle()
    expect(asked('chat/ask-question')[1]).toEqual({ roomId, question: '几点下播' })
  })

  it('stay written when they are refused', async () => {
    host.answer('chat/ask-question', () => refusal('question-limit'))
    const screen = await open(QuestionsSheet, { state, onClose })
    await screen.type('向主播提问', '甜吗')
    await screen.tap('提问')
    await screen.settle()
    expect(screen.isOff('提问')).toBe(false)
  })

  it('are only read when the show is over', async () => {
    const answer = {
      id: composeId('question', 'q1'.padEnd(12, '0'), merchantId),
      name: '小满',
      question: '能放几天',
      answer: '三天',
    }
    const over = {
      ...state,
      room: { ...state.room, status: 'ended' as const },
      talk: { ...SILENCE, answers: [answer] },
    }
    const screen = await open(QuestionsSheet, { state: over, onClose })
    for (const words of ['小满 问', '能放几天', '三天']) expect(screen.text()).toContain(words)
    expect(screen.text()).not.toContain('关于哪件商品')
  })
})

describe('what the shop tells everybody', () => {
  it('leads from the strip to the whole of it', async () => {
    const pinned = { id: row.key, userId, name: '小满', text: '很甜' }
    const strip = {
      talk: { ...SILENCE, notice: '今晚抽奖', pinned },
      onNotice: () => void happened.push('notice'),
      onPinned: () => void happened.push('pinned'),
      onQuestions: () => void happened.push('questions'),
    }
    const screen = await open(TalkStrip, strip)
    for (const words of ['公告：今晚抽奖', '置顶：小满：很甜', '向主播提问']) await screen.tap(words)
    expect(happened).toEqual(['notice', 'pinned', 'questions'])
  })

  it('may be gone by the time it is read', async () => {
    const screen = await open<NoticeSheetProps>(NoticeSheet, { roomId, notice: '今晚抽奖', onClose })
    expect(screen.text()).toContain('今晚抽奖')
    await screen.setProps({ notice: null })
    expect(screen.text()).toContain('公告已经撤下')
  })
})
