import { err } from '@/domain/result'
import type { ChatCredentials } from '@/contracts/rooms'
import { FakeChatSdk, sdkText } from '../../../test/builders/fake-chat-sdk'
import { aPulse, roomId } from '../../../test/builders/room'
import type { ChatHandlers, ChatLine, ChatState } from './chat'
import { SDK_EVENT, SDK_TYPE } from './chat-sdk'
import { ConnectedChat } from './connected-chat'

const credentials: ChatCredentials = {
  sdkAppId: 1,
  userId: 'me',
  userSig: 'sig-1',
  groupId: roomId,
  expiresAt: 0,
}
const pulse = { v: 1, kind: 'pulse', roomId, pulse: aPulse({ viewers: 2, likes: 3 }), newest: 0 }
const notice = (text: string) => ({ type: SDK_TYPE.systemNotice, payload: { userDefinedField: text } })

const listeners = new Set<(isOnline: boolean) => void>()
const network = {
  subscribe(listener: (isOnline: boolean) => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  becomes(isOnline: boolean) {
    for (const tell of listeners) tell(isOnline)
  },
}

interface Given {
  /** How the first SDK instances fail. */
  readonly scripts?: readonly FakeChatSdk['failWith'][]
  readonly history?: readonly object[]
  readonly retryMs?: number
  readonly patienceMs?: number
  readonly entryMs?: number
}

function given({ scripts = [], history = [], retryMs = 0, ...times }: Given = {}) {
  const sdks: FakeChatSdk[] = []
  const states: ChatState[] = []
  const lines: ChatLine[] = []
  const handlers = {
    onLines: jest.fn((more: readonly ChatLine[]) => void lines.push(...more)),
    onNotice: jest.fn(),
    onState: (state) => void states.push(state),
    renewCredentials: jest.fn(async () => ({ ...credentials, userSig: 'sig-2' })),
  } satisfies ChatHandlers
  const createSdk = jest.fn(async () => {
    const sdk = new FakeChatSdk()
    sdk.failWith = scripts[sdks.length] ?? {}
    sdk.history = history
    sdks.push(sdk)
    return sdk
  })
  const deps = { createSdk, network, retryAfterMs: () => retryMs, patienceMs: 5_000, ...times }
  const chat = new ConnectedChat(deps, credentials, handlers)
  const latest = () => {
    const sdk = sdks.at(-1)
    if (!sdk) throw new Error('no SDK was made yet')
    return sdk
  }
  return { chat, sdks, latest, states, lines, handlers, createSdk }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

async function until(isTrue: () => boolean): Promise<void> {
  for (let turns = 0; !isTrue(); turns += 1) {
    if (turns > 10_000) throw new Error('waited in vain')
    await turn()
  }
}
const untilReady = ({ states }: { states: readonly ChatState[] }) => until(() => states.at(-1) === 'ready')

async function givenReady(options: Given = {}) {
  const test = given(options)
  await untilReady(test)
  expect(test.states).toEqual(['connecting', 'ready'])
  return test
}

describe('entering', () => {
  it('logs in and joins the room’s group', async () => {
    const { latest } = await givenReady()
    expect(latest().asked).toEqual([
      ['login', { userID: 'me', userSig: 'sig-1' }],
      ['join', { groupID: roomId, type: 'AVChatRoom' }],
    ])
  })

  it.each(['login', 'join'] as const)('tries again with new credentials after %s failed', async (step) => {
    const test = given({ scripts: [{ [step]: { code: 70009 } }] })
    await untilReady(test)
    const { states, sdks } = test
    expect(states).toEqual(['connecting', 'offline', 'connecting', 'ready'])
    expect(sdks.map((sdk) => sdk.isDestroyed)).toEqual([true, false])
    expect(sdks[1]?.asked[0]).toEqual(['login', { userID: 'me', userSig: 'sig-2' }])
  })

  it('tries again when the code of the SDK did not load', async () => {
    const { createSdk, handlers, states } = await givenReady()
    createSdk.mockRejectedValueOnce(new Error('no network'))
    const again = new ConnectedChat({ createSdk, network, retryAfterMs: () => 0 }, credentials, handlers)
    await until(() => states.length === 6)
    expect(states.slice(2)).toEqual(['connecting', 'offline', 'connecting', 'ready'])
    await again.close()
  })

  it('is tried anew when the SDK hangs on a socket that broke as it logged in', async () => {
    const test = given({ scripts: [{ login: 'hangs' }], entryMs: 0 })
    await untilReady(test)
    expect(test.states).toEqual(['connecting', 'offline', 'connecting', 'ready'])
    expect(test.sdks.map((sdk) => sdk.isDestroyed)).toEqual([true, false])
  })

  it('gives every try more time than the one before', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
    const slow = { login: 'hangs' } as const
    const { sdks } = given({ scripts: [slow, slow, slow], entryMs: 10 })
    const triesAfter = async (ms: number): Promise<number> => {
      for (let passed = 0; passed < ms; passed += 1) {
        await turn()
        jest.advanceTimersByTime(1)
      }
      await turn()
      return sdks.length
    }
    expect([await triesAfter(10), await triesAfter(15), await triesAfter(15)]).toEqual([1, 2, 3])
    jest.useRealTimers()
  })

  it('is tried anew at once when the network comes back, whether it hangs or waits', async () => {
    const never = 60_000
    const hanging = given({ scripts: [{ login: 'hangs' }], entryMs: never })
    await until(() => hanging.sdks[0]?.asked.length === 1)
    network.becomes(false)
    await turn()
    expect(hanging.states).toEqual(['connecting'])
    network.becomes(true)
    await untilReady(hanging)

    const waiting = given({ scripts: [{ login: { code: 70009 } }], retryMs: never })
    await until(() => waiting.states.at(-1) === 'offline' && listeners.size > 0)
    network.becomes(true)
    await untilReady(waiting)
    expect(listeners.size).toBe(0)
  })

  it('is undone when it is closed while the SDK loads', async () => {
    const { chat, latest, states } = given()
    await chat.close()
    expect(latest().isDestroyed).toBe(true)
    expect(states).toEqual(['connecting'])
  })
})

describe('what is heard', () => {
  it('is told once, with what came before entering as old', async () => {
    const test = given({ history: [sdkText({ to: roomId })] })
    await untilReady(test)
    const { latest, lines } = test
    latest().emit(SDK_EVENT.messages, [sdkText({ to: roomId }), sdkText({ to: roomId, random: 2 })])
    expect(lines.map(({ id, isOld }) => [id, isOld])).toEqual([
      ['mei-1', true],
      ['mei-2', false],
    ])
  })

  it('does not include own lines that history repeats', async () => {
    const { chat, latest, handlers } = await givenReady()
    expect(await chat.send('好')).toMatchObject({ ok: true, value: { id: 'me-99', text: '好', isOwn: true } })
    latest().emit(SDK_EVENT.messages, [sdkText({ to: roomId, random: 99, from: 'me' })])
    expect(handlers.onLines).not.toHaveBeenCalled()
  })

  it('holds notices of the server, and nothing strange', async () => {
    const { latest, handlers } = await givenReady()
    const strange = [null, 7, {}, notice('hello'), notice(JSON.stringify({ ...pulse, v: 9 })), sdkText()]
    latest().emit(SDK_EVENT.messages, [...strange, notice(JSON.stringify(pulse))])
    latest().emit(SDK_EVENT.messages, 'no list')
    expect(handlers.onNotice.mock.calls).toEqual([[pulse]])
    expect(handlers.onLines).not.toHaveBeenCalled()
  })
})

describe('sending', () => {
  it('is cleaned text to the room', async () => {
    const { chat, latest } = await givenReady()
    await chat.send('  甜\u200b吗? ')
    expect(latest().asked.at(-1)).toEqual([
      'send',
      expect.objectContaining({ to: roomId, payload: { text: '甜吗?' } }),
    ])
  })

  it.each([
    ['muted', { code: 10017 }, 'chat-muted'],
    ['refused by the webhook', { code: 10016 }, 'chat-refused'],
    ['shown out', { code: 10101 }, 'chat-banned'],
    ['muted by our webhook', { code: 10102 }, 'chat-muted'],
    ['too soon in slow mode', { code: 10103 }, 'chat-slow-mode'],
    ['one of a flood', { code: 10104 }, 'chat-too-fast'],
    ['a repetition', { code: 10105 }, 'chat-repeated'],
    ['undecided', { code: 10106 }, 'chat-unavailable'],
    ['refused with a code of our own that is new', { code: 10199 }, 'chat-refused'],
    ['too fast', { code: 2996 }, 'chat-refused'],
    ['not delivered', { code: 2801 }, 'offline'],
    ['in some other trouble', new Error('x'), 'offline'],
  ] as const)('says when it was %s', async (_case, failure, error) => {
    const { chat, latest } = await givenReady()
    latest().failWith = { send: failure }
    expect(await chat.send('好')).toEqual(err(error))
  })

  it('goes on, with the same message, when a breaking socket swallowed it', async () => {
    const { chat, latest } = await givenReady()
    const sends = () => latest().asked.filter((step) => (step as [string])[0] === 'send')
    latest().failWith = { send: { code: 2801 } }
    const sent = chat.send('我回来了')
    await until(() => sends().length === 1)
    latest().failWith = {}
    expect(await sent).toMatchObject({ ok: true, value: { text: '我回来了' } })
    const [first, second] = sends() as [string, object][]
    expect(second?.[1]).toBe(first?.[1])
  })

  it('is not tried again when it is the message that is refused', async () => {
    const { chat, latest } = await givenReady()
    latest().failWith = { send: { code: 10017 } }
    await chat.send('好')
    expect(latest().asked).toHaveLength(3)
  })

  it('is refused before anything is sent when the text may not be said', async () => {
    const { chat, latest } = await givenReady()
    expect(await chat.send('')).toEqual(err('chat-empty'))
    expect(await chat.send('长'.repeat(201))).toEqual(err('chat-too-long'))
    expect(latest().asked).toHaveLength(2)
  })

  it('is told when the way there stays broken', async () => {
    const { chat, latest } = await givenReady({ patienceMs: 0 })
    latest().emit(SDK_EVENT.network, { state: 'disconnected' })
    expect(await chat.send('好')).toEqual(err('offline'))
  })
})

describe('speaking while the way there is being mended', () => {
  it('is heard as soon as the room is entered', async () => {
    const test = given()
    expect(await test.chat.send('好')).toMatchObject({ ok: true, value: { text: '好', isOwn: true } })
    expect(test.states).toEqual(['connecting', 'ready'])
  })

  it('is heard when a later try gets there', async () => {
    const { chat, states } = given({ scripts: [{ login: { code: 70009 } }] })
    expect(await chat.send('好')).toMatchObject({ ok: true })
    expect(states).toEqual(['connecting', 'offline', 'connecting', 'ready'])
  })

  it('is told when the chat is closed', async () => {
    const { chat } = given()
    const sent = chat.send('好')
    await chat.close()
    expect(await sent).toEqual(err('offline'))
  })

  it('is told after a while, whatever takes so long', async () => {
    const never = () => new Promise<never>(() => undefined)
    const handlers = {
      onLines: () => undefined,
      onNotice: () => undefined,
      onState: () => undefined,
      renewCredentials: async () => null,
    }
    const chat = new ConnectedChat({ createSdk: never, network, patienceMs: 0 }, credentials, handlers)
    expect(await chat.send('好')).toEqual(err('offline'))
  })
})

describe('the way there', () => {
  it('is told as it breaks and comes back', async () => {
    const { latest, states } = await givenReady()
    for (const state of ['connecting', 'disconnected', 'connecting', 'connected', 'odd'])
      latest().emit(SDK_EVENT.network, { state })
    expect(states.slice(2)).toEqual(['connecting', 'offline', 'connecting', 'ready'])
  })

  it('is over when another device took the place', async () => {
    const { chat, latest, states, createSdk } = await givenReady()
    latest().emit(SDK_EVENT.kickedOut, { type: 'multipleAccount' })
    expect(states.at(-1)).toBe('kicked')
    await until(() => latest().isDestroyed)
    expect(await chat.send('好')).toEqual(err('offline'))
    expect(createSdk).toHaveBeenCalledTimes(1)
  })

  it('starts anew with fresh credentials when the signature expired', async () => {
    const { sdks, latest, states } = await givenReady()
    latest().emit(SDK_EVENT.kickedOut, { type: 'userSigExpired' })
    await until(() => states.length === 4)
    expect(states.slice(2)).toEqual(['connecting', 'ready'])
    expect(sdks[1]?.asked[0]).toEqual(['login', { userID: 'me', userSig: 'sig-2' }])
    sdks[0]?.emit(SDK_EVENT.network, { state: 'disconnected' })
    expect(states.at(-1)).toBe('ready')
  })

  it('tells nothing after it was closed', async () => {
    const { chat, latest, states, handlers } = await givenReady()
    latest().failWith = { destroy: { code: 2024 } }
    await Promise.all([chat.close(), chat.close()])
    latest().emit(SDK_EVENT.messages, [sdkText({ to: roomId })])
    latest().emit(SDK_EVENT.network, { state: 'disconnected' })
    expect(states).toEqual(['connecting', 'ready'])
    expect(handlers.onLines).not.toHaveBeenCalled()
    expect(latest().asked.filter((asked) => Array.isArray(asked) && asked[0] === 'destroy')).toHaveLength(1)
  })
})
