import type { ChatCredentials } from '@/contracts/rooms'
import { err, ok, type Result } from '@/domain/result'
import type { Chat, ChatHandlers, ChatLine, ChatSendError } from '@/services/chat'
import { SLOTS } from './chat-ring'
import { ChatTalk } from './chat-talk'

const credentials: ChatCredentials = { sdkAppId: 1, userId: 'u_me', userSig: 's', groupId: 'g', expiresAt: 1 }
const aLine = (id: string, text: string, userId = 'u_lin'): ChatLine => ({
  id,
  userId,
  nickname: userId === 'u_host' ? '果园小店' : '林小满',
  avatarUrl: '',
  text,
  at: 0,
  isOwn: false,
  isOld: false,
})

/** A connection whose other end is the test. */
function aConnection() {
  const held: { handlers: ChatHandlers | null; isClosed: boolean } = { handlers: null, isClosed: false }
  const sent: {
    readonly text: string
    readonly answer: (outcome: Result<ChatLine, ChatSendError>) => void
  }[] = []
  const chat: Chat = {
    send: (text) =>
      new Promise((answer) => {
        sent.push({ text, answer })
      }),
    close: () => {
      held.isClosed = true
      return Promise.resolve()
    },
  }
  const open = (_: ChatCredentials, handlers: ChatHandlers): Promise<Chat> => {
    held.handlers = handlers
    return Promise.resolve(chat)
  }
  return { open, sent, held }
}

async function setUp() {
  const { open, sent, held } = aConnection()
  const told: string[] = []
  const talk = new ChatTalk({
    open,
    renewCredentials: () => Promise.resolve(null),
    onNotice: ({ kind }) => told.push(kind),
    onReady: () => told.push('ready'),
    isHost: (userId) => userId === 'u_host',
    ownName: () => '我',
    tell: (isOwnDoing) => told.push(isOwnDoing ? 'now' : 'soon'),
  })
  await talk.open(credentials)
  const hear = (...lines: readonly ChatLine[]): void => {
    held.handlers?.onLines(lines)
  }
  const texts = (): readonly string[] => talk.feed.ring.slots.map(({ text }) => text)
  return { talk, sent, held, told, hear, texts }
}

it('shows what others say, and who the host is', async () => {
  const { talk, hear, texts } = await setUp()
  hear(aLine('1', '甜不甜？'), aLine('2', '今天刚摘的', 'u_host'))
  expect(texts()).toEqual(['甜不甜？', '今天刚摘的'])
  expect(talk.feed.ring.slots.map(({ tone }) => tone)).toEqual(['said', 'host'])
})

it('shows an own line at once and keeps it when it was sent', async () => {
  const { talk, sent, told } = await setUp()
  const saying = talk.say('  来两箱  ')
  expect(talk.feed.ring.slots[0]).toMatchObject({ name: '我', text: '来两箱', tone: 'own', fate: 'sending' })
  expect(told).toEqual(['now'])
  sent[0]?.answer(ok({ ...aLine('9', '来两箱', 'u_me'), nickname: '陈默', isOwn: true }))
  expect(await saying).toBeNull()
  expect(talk.feed.ring.slots).toEqual([
    { key: 'own-1', name: '陈默', text: '来两箱', tone: 'own', fate: 'said' },
  ])
})

it('keeps a line that could not be sent, and sends it again', async () => {
  const { talk, sent } = await setUp()
  const saying = talk.say('来两箱')
  sent[0]?.answer(err('offline'))
  expect(await saying).toBe('offline')
  const failed = talk.feed.ring.slots[0]
  expect(failed?.fate).toBe('failed')
  if (failed === undefined) return
  const again = talk.sayAgain(failed)
  sent[1]?.answer(ok(aLine('9', '来两箱', 'u_me')))
  expect(await again).toBeNull()
  expect(talk.feed.ring.slots).toHaveLength(1)
  expect(talk.feed.ring.slots[0]?.fate).toBe('said')
})

it.each([
  ['nothing', '  \n ', 'chat-empty'],
  ['five thousand characters', '长'.repeat(5_000), 'chat-too-long'],
])('does not send %s', async (_, text, problem) => {
  const { talk, sent, texts } = await setUp()
  expect(await talk.say(text)).toBe(problem)
  expect(sent).toEqual([])
  expect(texts()).toEqual([])
})

it('takes markup as text', async () => {
  const { texts, hear } = await setUp()
  hear(aLine('1', '<img src=x onerror=alert(1)>'))
  expect(texts()).toEqual(['<img src=x onerror=alert(1)>'])
})

it('stands still while the person reads further up, and counts what is new', async () => {
  const { talk, hear, texts } = await setUp()
  hear(aLine('1', '一'))
  talk.readUp()
  hear(aLine('2', '二'), aLine('3', '三'))
  expect(texts()).toEqual(['一'])
  expect(talk.feed.unread).toBe(2)
  talk.toNewest()
  expect(texts()).toEqual(['一', '二', '三'])
  expect(talk.feed).toMatchObject({ unread: 0, isReading: false })
})

it('counts all that is new but keeps only what fits', async () => {
  const { talk, hear } = await setUp()
  talk.readUp()
  hear(...Array.from({ length: 200 }, (_, index) => aLine(`${index}`, '刷')))
  expect(talk.feed.unread).toBe(200)
  expect(talk.feed.waiting).toHaveLength(SLOTS)
})

it('goes to the newest when the person speaks', async () => {
  const { talk, hear, texts } = await setUp()
  talk.readUp()
  hear(aLine('1', '一'))
  void talk.say('我也要')
  expect(texts()).toEqual(['一', '我也要'])
})

it('lets the room catch up after every connection', async () => {
  const { talk, held, told } = await setUp()
  held.handlers?.onState('ready')
  held.handlers?.onState('offline')
  held.handlers?.onState('ready')
  expect(told.filter((what) => what === 'ready')).toHaveLength(2)
  expect(talk.state).toBe('ready')
})

it('hears nothing after it was closed', async () => {
  const { talk, held, hear, texts } = await setUp()
  talk.close()
  hear(aLine('1', '迟到'))
  expect(held.isClosed).toBe(true)
  expect(texts()).toEqual([])
  expect(await talk.say('喂')).toBe('offline')
})
