import { MINUTE } from '@/domain/time'
import { givenMessage, givenTalk, toldTo } from '../../test/builders/given-talk'
import { type Actor, setUpApplication } from '../../test/builders/test-application'
import { functions } from '..'

const application = setUpApplication(functions)

const talkOf = async (actor: Actor, roomId: string) => {
  const { state } = await application().as(actor).ask<'rooms', 'enter'>('rooms/enter', { roomId })
  return state.talk
}

describe('a mute', () => {
  it('is told to the room and kept by the vendor, until its time is over', async () => {
    const test = application()
    const { host, mei, roomId } = await givenTalk(test)
    const { userId } = mei
    await test.as(host).ask('chat/mute', { roomId, userId, minutes: 10 })
    expect(toldTo(test)).toEqual([{ type: 'viewer-muted', userId }])
    expect(test.chat.measures).toEqual([['mute', roomId, userId, 600]])
    expect((await talkOf(host, roomId)).muted).toEqual([userId])
    test.clock.advance(10 * MINUTE - 1)
    await test.tick()
    expect((await talkOf(host, roomId)).muted).toEqual([userId])
    test.clock.advance(1)
    await test.tick()
    expect((await talkOf(host, roomId)).muted).toEqual([])
    expect(toldTo(test).at(-1)).toEqual({ type: 'viewer-unmuted', userId })
    expect(test.chat.measures.at(-1)).toEqual(['mute', roomId, userId, 0])
  })

  it('stays until it is lifted when it has no end', async () => {
    const test = application()
    const { host, mei, roomId } = await givenTalk(test)
    const { userId } = mei
    await test.as(host).ask('chat/mute', { roomId, userId, minutes: 1 })
    await test.as(host).ask('chat/mute', { roomId, userId, minutes: null })
    expect(test.chat.measures.at(-1)).toEqual(['mute', roomId, userId, null])
    test.clock.advance(1_000 * MINUTE)
    await test.tick()
    const list = () => test.as(host).ask<'chat', 'list-restricted'>('chat/list-restricted', { roomId })
    expect((await list()).muted).toEqual([{ userId, name: '小满', until: null }])
    await test.as(host).ask('chat/unmute', { roomId, userId })
    await test.as(host).ask('chat/unmute', { roomId, userId })
    expect((await list()).muted).toEqual([])
    expect(toldTo(test).filter(({ type }) => type === 'viewer-unmuted')).toHaveLength(1)
  })

  it('is kept by us while the vendor is down', async () => {
    const test = application()
    const { host, mei, roomId } = await givenTalk(test)
    test.chat.isDown = true
    const { userId } = mei
    await test.as(host).ask('chat/mute', { roomId, userId, minutes: 10 })
    test.chat.isDown = false
    expect((await talkOf(host, roomId)).muted).toEqual([userId])
  })
})

describe('a ban', () => {
  it('shows a person out of the room, its chat and its count, and lets them in no more', async () => {
    const test = application()
    const { host, mei, roomId } = await givenTalk(test)
    const { userId } = mei
    await test.as(mei).ask('rooms/enter', { roomId })
    await test.as(host).ask('chat/mute', { roomId, userId, minutes: null })
    await test.as(host).ask('chat/ban', { roomId, userId })
    expect(toldTo(test).at(-1)).toEqual({ type: 'viewer-banned', userId })
    expect(test.chat.measures.at(-1)).toEqual(['ban', roomId, userId])
    for (const [name, more] of [
      ['rooms/enter', {}],
      ['rooms/pulse', { likes: 1 }],
      ['rooms/play-addresses', {}],
      ['chat/credentials', {}],
    ] as const)
      expect([name, await test.as(mei).refusal(name, { roomId, ...more })]).toEqual([name, 'room-banned'])
    const { pulse, state } = await test.as(host).ask<'rooms', 'enter'>('rooms/enter', { roomId })
    expect([pulse.viewers, state.talk.muted]).toEqual([0, []])
  })

  it('is told once, and can be taken back', async () => {
    const test = application()
    const { host, mei, roomId } = await givenTalk(test)
    const { userId } = mei
    await test.as(host).ask('chat/ban', { roomId, userId })
    await test.as(host).ask('chat/ban', { roomId, userId })
    expect(toldTo(test)).toHaveLength(1)
    const list = () => test.as(host).ask<'chat', 'list-restricted'>('chat/list-restricted', { roomId })
    expect((await list()).banned).toEqual([{ userId, name: '小满' }])
    await test.as(host).ask('chat/unban', { roomId, userId })
    expect((await list()).banned).toEqual([])
    expect(test.chat.measures.at(-1)).toEqual(['unban', roomId, userId])
    expect(await test.as(mei).refusal('rooms/enter', { roomId })).toBe('ok')
  })
})

it.each(['mute', 'ban'])('the shop’s people are protected from a %s', async (name) => {
  const test = application()
  const { host, roomId } = await givenTalk(test)
  const more = name === 'mute' ? { minutes: 10 } : {}
  const input = { roomId, userId: host.userId, ...more }
  expect(await test.as(host).refusal(`chat/${name}`, input)).toBe('staff-protected')
  expect(test.chat.measures).toEqual([])
})

describe('a message', () => {
  it('is deleted for everybody: by the event, at the vendor, and from the pin', async () => {
    const test = application()
    const talk = await givenTalk(test)
    const { host, mei, roomId } = talk
    const messageId = await givenMessage(test, talk)
    await test.as(host).ask('chat/pin-message', { roomId, messageId })
    const message = { id: messageId, userId: mei.userId, name: '小满', text: '甜吗' }
    expect((await talkOf(mei, roomId)).pinned).toEqual(message)
    await test.as(host).ask('chat/delete-message', { roomId, messageId })
    await test.as(host).ask('chat/delete-message', { roomId, messageId })
    expect(await talkOf(mei, roomId)).toMatchObject({ pinned: null, deleted: [messageId] })
    expect(toldTo(test)).toEqual([
      { type: 'message-pinned', message },
      { type: 'message-deleted', messageId },
    ])
    expect(test.chat.measures).toEqual([['recall', roomId, 12]])
    expect(await test.as(host).refusal('chat/pin-message', { roomId, messageId })).toBe('message-not-found')
  })

  it('that is deleted leaves another pin where it is', async () => {
    const test = application()
    const talk = await givenTalk(test)
    const { host, mei, roomId } = talk
    const pinned = await givenMessage(test, talk, { random: 1 })
    const other = await givenMessage(test, talk, { random: 2, vendorSeq: null })
    await test.as(host).ask('chat/pin-message', { roomId, messageId: pinned })
    await test.as(host).ask('chat/delete-message', { roomId, messageId: other })
    expect((await talkOf(mei, roomId)).pinned?.id).toBe(pinned)
    expect(test.chat.measures).toEqual([])
    await test.as(host).ask('chat/pin-message', { roomId, messageId: null })
    expect((await talkOf(mei, roomId)).pinned).toBeNull()
  })

  it.each(['pin-message', 'delete-message'])('that was never let through is none for %s', async (name) => {
    const test = application()
    const talk = await givenTalk(test)
    const messageId = await givenMessage(test, talk, { refusal: 'chat-refused' })
    const { host, roomId } = talk
    expect(await test.as(host).refusal(`chat/${name}`, { roomId, messageId })).toBe('message-not-found')
  })
})

it('the notice board and slow mode are true for whoever comes later', async () => {
  const test = application()
  const { host, mei, roomId } = await givenTalk(test)
  await test.as(host).ask('chat/set-notice', { roomId, notice: '今晚八点抽奖' })
  await test.as(host).ask('chat/set-slow-mode', { roomId, seconds: 10 })
  expect(await talkOf(mei, roomId)).toMatchObject({ notice: '今晚八点抽奖', slowModeSeconds: 10 })
  await test.as(host).ask('chat/set-notice', { roomId, notice: null })
  await test.as(host).ask('chat/set-slow-mode', { roomId, seconds: 0 })
  expect(await talkOf(mei, roomId)).toMatchObject({ notice: null, slowModeSeconds: 0 })
  expect(await test.as(host).refusal('chat/set-slow-mode', { roomId, seconds: 301 })).toBe(
    'invalid-request seconds',
  )
})

it('the shop keeps words of its own, each once', async () => {
  const test = application()
  const { host, merchantId } = await givenTalk(test)
  const words = () => test.as(host).ask<'chat', 'get-words'>('chat/get-words', { merchantId })
  expect(await words()).toEqual({ words: [] })
  await test.as(host).ask('chat/set-words', { merchantId, words: ['隔壁', '隔壁', '便宜'] })
  expect(await words()).toEqual({ words: ['隔壁', '便宜'] })
  await test.as(host).ask('chat/set-words', { merchantId, words: [] })
  expect(await words()).toEqual({ words: [] })
})

it('nothing is changed in a room that is not there', async () => {
  const test = application()
  const { host, mei, merchantId } = await givenTalk(test)
  const roomId = test.ids.make('room', merchantId)
  const person = { roomId, userId: mei.userId }
  const message = { roomId, messageId: `${mei.userId}-1` }
  for (const [name, input] of [
    ['mute', { ...person, minutes: 1 }],
    ['unmute', person],
    ['ban', person],
    ['unban', person],
    ['list-restricted', { roomId }],
    ['delete-message', message],
    ['pin-message', message],
    ['set-notice', { roomId, notice: null }],
    ['set-slow-mode', { roomId, seconds: 0 }],
    ['list-questions', { roomId }],
    ['export-chat', { roomId }],
    ['export-log', { roomId }],
  ] as const)
    expect([name, await test.as(host).refusal(`chat/${name}`, input)]).toEqual([name, 'room-not-found'])
})
