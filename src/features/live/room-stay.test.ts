import type { RoomNotice } from '@/contracts/room-notice'
import { composeId, type ProductId } from '@/domain/ids'
import type { Asks, RoomEvent, RoomEventBody } from '@/domain/room'
import { err, ok } from '@/domain/result'
import { aPulse, aRoomState, merchantId, productIdOf, roomId, skuIdOf } from '../../../test/builders/room'
import { RoomStay, type RoomStayPorts } from './room-stay'
import type { ReadyRoom, RoomView } from './room-view'

const otherRoomId = composeId('room', 'other0000000', merchantId)
const productId = productIdOf(1)
const skuId = skuIdOf(1)
const START = 1_000_000
const own = composeId('user', 'own'.padEnd(20, '0'))
const stranger = composeId('user', 'stranger'.padEnd(20, '0'))
const chat = { sdkAppId: 1, userId: own, userSig: 's', groupId: 'g', expiresAt: START + 1 }
const play = {
  qualities: [{ id: 'origin', flv: '/a.flv', hls: '/a.m3u8' }],
  expiresAt: START + 1,
}

const anEvent = (seq: number, body: RoomEventBody): RoomEvent => ({ ...body, seq, at: START + seq })
const told = (event: RoomEvent): RoomNotice => ({ v: 1, kind: 'event', roomId, event })

/** A server with one room, whose answers a test may replace. */
function aServer() {
  const events: RoomEvent[] = []
  const calls: string[] = []
  const sentLikes: number[] = []
  const farewells: string[] = []
  const fails = new Map<string, 'offline' | 'timeout' | 'room-not-found' | 'room-banned'>()
  const server = {
    events,
    calls,
    sentLikes,
    farewells,
    fails,
    likes: 0,
    viewers: 1,
    asks: {} as Asks,
    asksAnswered: 1,
    asked: [] as readonly ProductId[],
    entered: aRoomState(),
  }
  const newest = (): number => events[events.length - 1]?.seq ?? server.entered.seq
  const pulse = () => ({ viewers: server.viewers, likes: server.likes, asks: server.asks })
  const answers: Readonly<Record<string, (input: { likes?: number; since?: number }) => unknown>> = {
    enter: () => ({
      state: server.entered,
      pulse: pulse(),
      asked: server.asked,
      chat,
      play,
      serverTime: START,
      isShared: false,
    }),
    events: ({ since = 0 }) => ({ events: events.filter(({ seq }) => seq > since), newest: newest() }),
    pulse: ({ likes = 0 }) => {
      server.likes += likes
      sentLikes.push(likes)
      return { pulse: pulse(), newest: newest(), serverTime: START }
    },
    'play-addresses': () => ({ play, serverTime: START }),
    credentials: () => chat,
    'ask-to-explain': () => ({ asks: server.asksAnswered }),
  }
  const backend = {
    call: (_: string, operation: string, input: object) => {
      calls.push(operation)
      const failure = fails.get(operation)
      return Promise.resolve(failure === undefined ? ok(answers[operation]?.(input)) : err({ code: failure }))
    },
    farewell: (_: string, operation: string) => farewells.push(operation),
  }
  return { server, backend: backend as unknown as RoomStayPorts['backend'] }
}

function setUp(frameAt: () => number | null = () => null) {
  const { server, backend } = aServer()
  let time = START
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const views: RoomView[] = []
  const later = (run: () => void, ms: number) => {
    const timer = { at: time + ms, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }
  const stay = new RoomStay({ roomId }, { backend, now: () => time, later, frameAt }, (view) =>
    views.push(view),
  )
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  const pass = async (ms: number): Promise<void> => {
    const end = time + ms
    for (;;) {
      await settle()
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers = timers.filter((other) => other !== next)
      time = next.at
      next.run()
    }
    time = end
    await settle()
  }
  const ready = (): ReadyRoom => {
    const view = stay.view()
    if (view.kind !== 'ready') throw new Error(`The room is ${view.kind}`)
    return view
  }
  return { server, stay, pass, settle, views, ready }
}

it('enters with one call and has everything', async () => {
  const { server, stay, ready } = setUp()
  await stay.enter()
  expect(server.calls).toEqual(['enter'])
  expect(ready()).toMatchObject({ play, chat, pulse: { viewers: 1, likes: 0 }, isShared: false })
})

it('says why it could not enter, and enters when the network is back', async () => {
  const { server, stay, settle, views } = setUp()
  server.fails.set('enter', 'offline')
  await stay.enter()
  expect(views.map(({ kind }) => kind)).toEqual(['entering', 'failed'])
  server.fails.clear()
  stay.reconnect()
  await settle()
  expect(stay.view().kind).toBe('ready')
})

it('follows notices and leaves those of other rooms', async () => {
  const { stay, ready } = setUp()
  await stay.enter()
  stay.receive({
    v: 1,
    kind: 'pulse',
    roomId: otherRoomId,
    pulse: aPulse({ viewers: 99, likes: 99 }),
    newest: 0,
  })
  stay.receive(told(anEvent(1, { type: 'stock-changed', productId, skuId, available: 0 })))
  expect(ready().pulse.viewers).toBe(1)
  expect(ready().state.shelf[0]?.skus[0]?.available).toBe(0)
})

it('mends a gap by number when nothing fills it within a second', async () => {
  const { server, stay, pass, ready } = setUp()
  await stay.enter()
  const events = [1, 2, 3].map((seq) =>
    anEvent(seq, { type: 'stock-changed', productId, skuId, available: 9 - seq }),
  )
  server.events.push(...events)
  stay.receive(told(anEvent(3, { type: 'stock-changed', productId, skuId, available: 6 })))
  expect(ready().state.seq).toBe(0)
  await pass(1_000)
  expect(ready().state.seq).toBe(3)
  expect(server.calls).toEqual(['enter', 'events'])
})

it('asks nothing when the missing notice only came late', async () => {
  const { server, stay, pass, ready } = setUp()
  await stay.enter()
  stay.receive(told(anEvent(2, { type: 'explain-stopped' })))
  stay.receive(told(anEvent(1, { type: 'explain-started', productId })))
  await pass(1_500)
  expect(ready().state.seq).toBe(2)
  expect(server.calls).toEqual(['enter'])
})

it('learns from a pulse that notices were lost', async () => {
  const { server, stay, pass, ready } = setUp()
  await stay.enter()
  server.events.push(anEvent(1, { type: 'explain-started', productId }))
  await pass(10_000)
  expect(ready()).toMatchObject({ state: { seq: 1 }, onScreen: { explaining: [productId] } })
})

it('is over for whoever is shown out, whether the notice comes or is lost', async () => {
  const told1 = setUp()
  await told1.stay.enter()
  told1.stay.receive(told(anEvent(1, { type: 'viewer-banned', userId: stranger })))
  expect(told1.stay.view().kind).toBe('ready')
  told1.stay.receive(told(anEvent(2, { type: 'viewer-banned', userId: own })))
  expect(told1.stay.view()).toEqual({ kind: 'failed', code: 'room-banned' })
  const lost = setUp()
  await lost.stay.enter()
  lost.server.fails.set('pulse', 'room-banned')
  await lost.pass(10_000)
  expect(lost.stay.view()).toEqual({ kind: 'failed', code: 'room-banned' })
})

it('shows a sign of life every ten seconds', async () => {
  const { server, stay, pass } = setUp()
  await stay.enter()
  await pass(35_000)
  expect(server.sentLikes).toEqual([0, 0, 0])
})

it('sends taps within two seconds, summed, and counts each once', async () => {
  const { server, stay, pass, ready } = setUp()
  await stay.enter()
  stay.like()
  stay.like()
  expect(ready().ownLikes).toBe(2)
  await pass(2_000)
  expect(server.sentLikes).toEqual([2])
  expect(ready()).toMatchObject({ ownLikes: 0, pulse: { likes: 2 } })
})

it('keeps taps that never left, and drops none nor doubles one after a timeout', async () => {
  const { server, stay, pass, ready } = setUp()
  await stay.enter()
  server.fails.set('pulse', 'offline')
  stay.like()
  await pass(2_000)
  expect(ready().ownLikes).toBe(1)
  server.fails.set('pulse', 'timeout')
  await pass(2_000)
  expect(ready().ownLikes).toBe(0)
})

it('never shows fewer likes than before', async () => {
  const { stay, ready } = setUp()
  await stay.enter()
  stay.receive({ v: 1, kind: 'pulse', roomId, pulse: aPulse({ viewers: 3, likes: 50 }), newest: 0 })
  stay.receive({ v: 1, kind: 'pulse', roomId, pulse: aPulse({ viewers: 2, likes: 40 }), newest: 0 })
  expect(ready().pulse).toEqual(aPulse({ viewers: 2, likes: 50 }))
})

it('turns the card when its frame is on screen, and changes stock at once', async () => {
  let frame = START - 500
  const { stay, pass, ready } = setUp(() => frame)
  await stay.enter()
  stay.receive(told(anEvent(1, { type: 'explain-started', productId })))
  stay.receive(told(anEvent(2, { type: 'stock-changed', productId, skuId, available: 0 })))
  await pass(300)
  expect(ready().onScreen.explaining).toEqual([])
  expect(ready().state.shelf[0]?.skus[0]?.available).toBe(0)
  frame = START + 5
  await pass(100)
  expect(ready().onScreen.explaining).toEqual([productId])
})

it('fetches play addresses when the show begins', async () => {
  const { server, stay, settle } = setUp()
  server.entered = { ...aRoomState(), room: { ...aRoomState().room, status: 'upcoming' } }
  await stay.enter()
  stay.receive(told(anEvent(1, { type: 'room-started' })))
  await settle()
  expect(server.calls).toContain('play-addresses')
})

it('is silent while the page is covered and catches up when it shows again', async () => {
  const { server, stay, pass } = setUp()
  await stay.enter()
  stay.sleep()
  await pass(30_000)
  expect(server.calls).toEqual(['enter'])
  stay.wake()
  await pass(0)
  expect(server.calls).toEqual(['enter', 'pulse', 'events'])
})

it('enters anew after a long sleep without losing what is on screen', async () => {
  const { server, stay, pass, views } = setUp()
  await stay.enter()
  views.length = 0
  stay.sleep()
  await pass(60_000)
  stay.wake()
  await pass(0)
  expect(server.calls).toEqual(['enter', 'enter'])
  expect(new Set(views.map(({ kind }) => kind))).toEqual(new Set(['ready']))
})

it('says farewell once and does nothing more', async () => {
  const { server, stay, pass, views } = setUp()
  await stay.enter()
  stay.leave()
  stay.leave()
  views.length = 0
  await pass(60_000)
  expect(server.farewells).toEqual(['leave'])
  expect(server.calls).toEqual(['enter'])
  expect(views).toEqual([])
})

it('leaves no room that it never entered', async () => {
  const { server, stay } = setUp()
  server.fails.set('enter', 'room-not-found')
  await stay.enter()
  stay.leave()
  expect(server.farewells).toEqual([])
  expect(stay.view()).toEqual({ kind: 'failed', code: 'room-not-found' })
})

describe('asking to have a product explained', () => {
  const asked = (counts: Asks): RoomNotice => ({
    v: 1,
    kind: 'pulse',
    roomId,
    pulse: aPulse({ asks: counts }),
    newest: 0,
  })

  it('knows from the start who asks for what, and what this viewer has asked for', async () => {
    const { server, stay, ready } = setUp()
    server.asks = { [productId]: 3 }
    server.asked = [productId]
    await stay.enter()
    expect(ready().asks).toEqual({ all: { [productId]: 3 }, own: [productId] })
  })

  it('asks once however often it is tapped, and counts as the server does', async () => {
    const { server, stay, settle, ready } = setUp()
    await stay.enter()
    server.asksAnswered = 4
    const answers = [stay.ask(productId), stay.ask(productId)]
    expect(ready().asks).toEqual({ all: {}, own: [productId] })
    await settle()
    expect(await Promise.all(answers)).toEqual([null, null])
    expect(server.calls).toEqual(['enter', 'ask-to-explain'])
    expect(ready().asks).toEqual({ all: { [productId]: 4 }, own: [productId] })
  })

  it('takes the ask back and says why when it did not arrive', async () => {
    const { server, stay, ready } = setUp()
    await stay.enter()
    server.fails.set('ask-to-explain', 'offline')
    expect(await stay.ask(productId)).toBe('offline')
    expect(ready().asks.own).toEqual([])
  })

  it('hears with the pulse what the others ask for', async () => {
    const { stay, ready } = setUp()
    await stay.enter()
    stay.receive(asked({ [productId]: 12 }))
    expect(ready().asks.all).toEqual({ [productId]: 12 })
  })

  it('may be done again once the product was explained', async () => {
    const { server, stay, settle, ready } = setUp()
    await stay.enter()
    await stay.ask(productId)
    stay.receive(told(anEvent(1, { type: 'explain-started', productId })))
    expect(ready().asks).toEqual({ all: {}, own: [] })
    await stay.ask(productId)
    // the same event once more, from a repair that was slower than its notice
    stay.receive(told(anEvent(1, { type: 'explain-started', productId })))
    await settle()
    expect(ready().asks.own).toEqual([productId])
    expect(server.calls).toEqual(['enter', 'ask-to-explain', 'ask-to-explain'])
  })
})
