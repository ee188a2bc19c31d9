import { DAY, MINUTE } from '@/domain/time'
import { givenOnShelf, givenProduct, givenRoom } from '../../test/builders/given'
import { givenMessage, givenTalk, toldTo } from '../../test/builders/given-talk'
import { setUpApplication } from '../../test/builders/test-application'
import { functions } from '..'
import { KEPT_FOR_MS } from './forget-old-talk'

const application = setUpApplication(functions)

describe('a question', () => {
  const ask = async (input: object = {}) => {
    const test = application()
    const talk = await givenTalk(test)
    const productId = await givenProduct(test, talk.merchantId)
    await givenOnShelf(test, talk.roomId, productId)
    const question = { roomId: talk.roomId, productId, question: ' 能放几天? ', ...input }
    const { questionId } = await test.as(talk.mei).ask<'chat', 'ask-question'>('chat/ask-question', question)
    return { test, ...talk, productId, questionId }
  }

  it('waits in the host’s queue, and its answer is told to the room and kept with the product', async () => {
    const { test, host, mei, roomId, productId, questionId } = await ask()
    const list = () => test.as(host).ask<'chat', 'list-questions'>('chat/list-questions', { roomId })
    const asked = { id: questionId, productId, userId: mei.userId, name: '小满', question: '能放几天?' }
    expect((await list()).questions).toMatchObject([{ ...asked, answer: null }])
    await test.as(host).ask('chat/answer-question', { questionId, answer: '三天' })
    await test.as(host).ask('chat/answer-question', { questionId, answer: '放冰箱一周' })
    expect((await list()).questions).toMatchObject([{ ...asked, answer: '放冰箱一周' }])
    const answer = { id: questionId, name: '小满', question: '能放几天?', answer: '放冰箱一周' }
    expect(toldTo(test).at(-1)).toEqual({ type: 'question-answered', answer })
    const { state } = await test.as(mei).ask<'rooms', 'enter'>('rooms/enter', { roomId })
    expect(state.talk.answers).toEqual([answer])
    expect(await test.as(mei).ask('chat/list-answers', { productId })).toEqual({
      answers: [{ ...answer, watch: null }],
    })
  })

  it('is watched again where the host was asked, once the show is over', async () => {
    const { test, host, mei, roomId, productId, questionId } = await ask()
    const startedAt = test.clock.now()
    test.clock.advance(MINUTE)
    await test.as(host).ask('chat/answer-question', { questionId, answer: '三天' })
    const endedAt = startedAt + 5 * MINUTE
    const part = { url: null, startsAt: startedAt, durationMs: 5 * MINUTE, keptUntil: endedAt + DAY }
    const recording = JSON.stringify([part])
    const times = { started_at: startedAt, ended_at: endedAt }
    await test.db
      .updateTable('rooms')
      .set({ status: 'ended', ...times, recording })
      .execute()
    const watch = async () => {
      const list = await test.as(mei).ask<'chat', 'list-answers'>('chat/list-answers', { productId })
      return list.answers.map((one) => one.watch)
    }
    expect(await watch()).toEqual([{ roomId, from: 45_000 }])
    test.clock.advance(endedAt + 1 - test.clock.now())
    await test.as(host).ask('chat/answer-question', { questionId, answer: '三天，冷藏更久' })
    expect(await watch()).toEqual([null])
    test.clock.advance(DAY)
    expect(await watch()).toEqual([null])
  })

  it('without an answer comes before those that have one', async () => {
    const { test, host, mei, roomId, questionId } = await ask()
    await test.as(host).ask('chat/answer-question', { questionId, answer: '三天' })
    for (const question of ['甜吗', '多大']) await test.as(mei).ask('chat/ask-question', { roomId, question })
    const { questions } = await test.as(host).ask<'chat', 'list-questions'>('chat/list-questions', { roomId })
    expect(questions.map(({ answer }) => answer)).toEqual([null, null, '三天'])
    expect(questions[0]?.productId).toBeNull()
  })

  it('is held to the rules of the chat, and to three at a time', async () => {
    const { test, host, mei, roomId, productId } = await ask()
    const again = (input: object = {}) =>
      test.as(mei).refusal('chat/ask-question', { roomId, question: '甜吗', ...input })
    expect(await again({ question: '加 微 信 吗' })).toBe('chat-refused')
    expect(await again({ productId: test.ids.make('product', test.ids.make('merchant')) })).toBe(
      'product-not-found',
    )
    expect([await again({ productId }), await again(), await again()]).toEqual(['ok', 'ok', 'question-limit'])
    await test.as(host).ask('chat/mute', { roomId, userId: mei.userId, minutes: 1 })
    expect(await again()).toBe('chat-muted')
    await test.db.updateTable('rooms').set({ status: 'ended', ended_at: 1 }).execute()
    expect(await again()).toBe('room-ended')
  })

  it('that is not there has no answer, and a room that is not there no question', async () => {
    const { test, host, mei, merchantId } = await ask()
    const questionId = test.ids.make('question', merchantId)
    expect(await test.as(host).refusal('chat/answer-question', { questionId, answer: '三天' })).toBe(
      'question-not-found',
    )
    const roomId = test.ids.make('room', merchantId)
    expect(await test.as(mei).refusal('chat/ask-question', { roomId, question: '甜吗' })).toBe(
      'room-not-found',
    )
  })
})

describe('a report', () => {
  it('shows the shop who said what, and is settled', async () => {
    const test = application()
    const talk = await givenTalk(test)
    const { host, mei, merchantId, roomId } = talk
    const messageId = await givenMessage(test, talk, { text: '骂人的话' })
    const jun = await test.someone('alipay', '小君')
    const input = { roomId, messageId, reason: 'abuse', note: '一直在骂' }
    const { reportId } = await test.as(jun).ask<'chat', 'report'>('chat/report', input)
    await test.as(host).ask('chat/delete-message', { roomId, messageId })
    const list = () => test.as(host).ask<'chat', 'list-reports'>('chat/list-reports', { merchantId })
    expect((await list()).reports).toEqual([
      {
        id: reportId,
        roomId,
        roomTitle: '脐橙开园',
        reason: 'abuse',
        note: '一直在骂',
        reporterName: '小君',
        accused: { userId: mei.userId, name: '小满' },
        message: { id: messageId, text: '骂人的话', isDeleted: true },
        reportedAt: test.clock.now(),
        settledAt: null,
      },
    ])
    const settledAt = test.clock.now()
    await test.as(host).ask('chat/settle-report', { reportId })
    test.clock.advance(5)
    await test.as(host).ask('chat/settle-report', { reportId })
    expect((await list()).reports).toMatchObject([{ id: reportId, settledAt }])
  })

  it('may be about the show, or about words that nobody has kept', async () => {
    const test = application()
    const { host, mei, merchantId, roomId } = await givenTalk(test)
    await test.as(mei).ask('chat/report', { roomId, reason: 'counterfeit' })
    test.clock.advance(1)
    await test.as(mei).ask('chat/report', { roomId, messageId: `${host.userId}-9`, reason: 'other' })
    const { reports } = await test.as(host).ask<'chat', 'list-reports'>('chat/list-reports', { merchantId })
    expect(reports).toMatchObject([
      { accused: null, message: null, note: '' },
      { accused: { name: '主播' }, message: { text: '', isDeleted: false } },
    ])
  })

  it('is one of twenty that wait, at most', async () => {
    const test = application()
    const { mei, roomId } = await givenTalk(test)
    const again = () => test.as(mei).refusal('chat/report', { roomId, reason: 'other' })
    for (let n = 0; n < 20; n += 1) expect(await again()).toBe('ok')
    expect(await again()).toBe('report-limit')
  })

  it('has to be about a room and can only be settled where it is', async () => {
    const test = application()
    const { host, mei, merchantId } = await givenTalk(test)
    const roomId = test.ids.make('room', merchantId)
    const reportId = test.ids.make('report', merchantId)
    expect(await test.as(mei).refusal('chat/report', { roomId, reason: 'other' })).toBe('room-not-found')
    expect(await test.as(host).refusal('chat/settle-report', { reportId })).toBe('report-not-found')
  })
})

describe('sheets', () => {
  it('hold everything that was said, and run nothing when they are opened', async () => {
    const test = application()
    const talk = await givenTalk(test)
    const { host, mei, roomId } = talk
    const deleted = await givenMessage(test, talk, { random: 1, text: '=HYPERLINK("http://x","甜")' })
    test.clock.advance(1_000)
    await givenMessage(test, talk, { random: 2, text: '加微信', refusal: 'chat-refused' })
    test.clock.advance(1_000)
    await givenMessage(test, talk, { random: 3, text: '甜', refusal: 'some-new-code' })
    await test.as(host).ask('chat/delete-message', { roomId, messageId: deleted })
    const { csv, count } = await test.as(host).ask<'chat', 'export-chat'>('chat/export-chat', { roomId })
    expect(count).toBe(3)
    expect(csv.split('\r\n')).toEqual([
      '\ufeff时间,账号,昵称,内容,结果,删除时间',
      `2026-05-01 20:00:00,${mei.userId},小满,"'=HYPERLINK(""http://x"",""甜"")",已发出,2026-05-01 20:00:02`,
      `2026-05-01 20:00:01,${mei.userId},小满,加微信,未通过审核,`,
      `2026-05-01 20:00:02,${mei.userId},小满,甜,some-new-code,`,
      '',
    ])
  })

  it('hold everything that happened', async () => {
    const test = application()
    const { host, roomId } = await givenTalk(test)
    await test.as(host).ask('chat/set-slow-mode', { roomId, seconds: 5 })
    const { csv } = await test.as(host).ask<'chat', 'export-log'>('chat/export-log', { roomId })
    expect(csv).toContain('1,2026-05-01 20:00:00,slow-mode-changed,"{')
  })
})

it('what was said is forgotten after three years, and not a day sooner', async () => {
  const test = application()
  const talk = await givenTalk(test)
  await givenMessage(test, talk, { random: 1 })
  test.clock.advance(DAY)
  await givenMessage(test, { ...talk, roomId: await givenRoom(test, talk.merchantId) }, { random: 2 })
  test.clock.advance(KEPT_FOR_MS - DAY)
  const count = async () => (await test.db.selectFrom('chat_messages').select('message_id').execute()).length
  await test.tick()
  expect(await count()).toBe(2)
  test.clock.advance(1)
  await test.tick()
  expect(await count()).toBe(1)
})
