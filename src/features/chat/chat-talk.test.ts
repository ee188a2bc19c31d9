import type { ChatCredentials } from '@/contracts/rooms'
import type { UserId } from '@/domain/ids'
import { err, ok, type Result } from '@/domain/result'
import type { Chat, ChatHandlers, ChatLine, ChatSendError } from '@/services/chat'
import type { Staff } from '@/domain/room'
import { SILENCE } from '@/domain/room-talk'
import { SLOTS } from './chat-ring'
import { ChatTalk } from './chat-talk'

const credentials: ChatCredentials = { sdkAppId: 1, userId: 'u_me', userSig: 's', groupId: 'g', expiresAt: 1 }
const STAFF = [
  { userId: 'u_host', role: 'owner' },
  { userId: 'u_help', role: 'assistant' },
] as unknown as readonly Staff[]
const aLine = (id: string, text: string, userId = 'u_lin'): ChatLine => ({
  id,
  userId,
  nickname: userId === 'u_host' ? '果园小店' : '林小满',
  avatarUrl: '',
  text,
  at: 0,
  isOwn: false,
  isBuyer: false,
  isOld: false,
})

/** A connection whose other end is the test. */
function aConnection() {
  const held: { handlers: ChatHandlers | null; isClosed: boolean } = { handlers: null, isClosed: false }
  const sent: {
    readonly text: string
    readonly weight: string | undefined
    readonly answer: (outcome: Result<ChatLine, ChatSendError>) => void
  }[] = []
  const chat: Chat = {
    send: (text, weight) =>
      new Promise((answer) => {
        sent.push({ text, weight, answer })
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
  const blocked: unknown[] = []
  const clock = { now: 1_000_000 }
  const talk = new ChatTalk({
    open,
    renewCredentials: () => Promise.resolve(null),
    onNotice: ({ kind }) => told.push(kind),
    onReady: () => told.push('ready'),
    ownName: () => '我',
    now: () => clock.now,
    blocked: { list: () => [{ userId: 'u_loud', name: '吵' }], add: (person) => blocked.push(person) },
    tell: (isOwnDoing) => told.push(isOwnDoing ? 'now' : 'soon'),
  })
  talk.know({ talk: SILENCE, staff: STAFF })
  await talk.open(credentials)
  const hear = (...lines: readonly ChatLine[]): void => {
    held.handlers?.onLines(lines)
  }
  const texts = (): readonly string[] => talk.feed.ring.slots.map(({ text }) => text)
  return { talk, sent, held, told, hear, texts, blocked, clock }
}

it('shows what others say, and who the host is', async () => {
  const { talk, hear, texts } = await setUp()
  const bought = { ...aLine('3', '买了'), isBuyer: true }
  hear(aLine('1', '甜不甜？'), aLine('2', '今天刚摘的', 'u_host'), bought, aLine('4', '链接在袋里', 'u_help'))
  expect(texts()).toEqual(['甜不甜？', '今天刚摘的', '买了', '链接在袋里'])
  expect(talk.feed.ring.slots.map(({ tone }) => tone)).toEqual(['said', 'host', 'buyer', 'assistant'])
})

it('shows an own line at once and keeps it when it was sent', async () => {
  const { talk, sent, told } = await setUp()
  const saying = talk.say('  来两箱  ')
  expect(talk.feed.ring.slots[0]).toMatchObject({ name: '我', text: '来两箱', tone: 'own', fate: 'sending' })
  expect(told).toEqual(['now'])
  sent[0]?.answer(ok({ ...aLine('9', '来两箱', 'u_me'), nickname: '陈默', isOwn: true }))
  expect(await saying).toBeNull()
  expect(talk.feed.ring.slots).toEqual([
    { key: '9', userId: 'u_me', name: '陈默', text: '来两箱', tone: 'own', fate: 'said', times: 1 },
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
  hear(...Array.from({ length: 200 }, (_, index) => aLine(`${index}`, `刷 ${index}`)))
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

describe('order in the room', () => {
  const muted = (userId: string) => ({ talk: { ...SILENCE, muted: [userId as UserId] }, staff: STAFF })

  it('is told before anything is sent', async () => {
    const { talk, sent } = await setUp()
    talk.know(muted('u_me'))
    expect(await talk.say('喂')).toBe('chat-muted')
    talk.know(muted('u_lin'))
    void talk.say('喂')
    expect(sent).toHaveLength(1)
  })

  it('keeps the pace of slow mode, from what was really said', async () => {
    const { talk, sent, clock } = await setUp()
    talk.know({ talk: { ...SILENCE, slowModeSeconds: 60 }, staff: STAFF })
    const first = talk.say('一')
    sent[0]?.answer(err('offline'))
    await first
    const second = talk.say('二')
    sent[1]?.answer(ok(aLine('8', '二', 'u_me')))
    await second
    expect(await talk.say('三')).toBe('chat-slow-mode')
    clock.now += 60_000
    void talk.say('三')
    expect(sent.map(({ text }) => text)).toEqual(['一', '二', '三'])
  })

  it('lets a host’s word through first', async () => {
    const { talk, sent } = await setUp()
    await talk.open({ ...credentials, userId: 'u_host' })
    void talk.say('欢迎')
    expect(sent[0]?.weight).toBe('high')
    expect(talk.feed.ring.slots[0]?.tone).toBe('host')
  })

  it('takes deleted messages away: those shown, those that wait, those that come, and one’s own', async () => {
    const { talk, sent, hear, texts } = await setUp()
    hear(aLine('1', '一'), aLine('2', '二'))
    talk.readUp()
    hear(aLine('3', '三'), aLine('4', '四'))
    const saying = talk.say('五')
    talk.readUp()
    hear(aLine('6', '六'), aLine('7', '七'))
    talk.know({ talk: { ...SILENCE, deleted: ['1', '3', '5', '6', '9'] }, staff: STAFF })
    expect(talk.feed.unread).toBe(1)
    sent[0]?.answer(ok(aLine('5', '五', 'u_me')))
    expect(await saying).toBeNull()
    talk.toNewest()
    hear(aLine('9', '九'))
    expect(texts().filter((text) => text !== '')).toEqual(['二', '四', '七'])
  })

  it('hides whom the person blocks, now and later', async () => {
    const { talk, hear, texts, blocked } = await setUp()
    hear(aLine('1', '一'), aLine('2', '吵吵', 'u_loud'), aLine('3', '三', 'u_rude'))
    expect(texts()).toEqual(['一', '三'])
    talk.block({ userId: 'u_rude', name: '粗' })
    hear(aLine('4', '四', 'u_rude'))
    expect(texts()).toEqual(['一', ''])
    expect(blocked).toEqual([{ userId: 'u_rude', name: '粗' }])
  })
})

it('counts the same text said by many, and keeps one’s own and the host’s apart', async () => {
  const { talk, hear, texts } = await setUp()
  hear(aLine('1', '想要'), aLine('2', '想要！'), aLine('3', '想 要', 'u_host'))
  void talk.say('想要')
  hear(aLine('4', '想要'))
  expect(texts()).toEqual(['想要', '想 要', '想要'])
  expect(talk.feed.ring.slots.map(({ times }) => times)).toEqual([3, 1, 1])
})
