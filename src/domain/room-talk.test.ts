import { composeId } from './ids'
import { merchantId } from '../../test/builders/room'
import {
  isShownOut,
  KEPT_ANSWERS,
  KEPT_DELETED,
  reduceTalk,
  type RoomTalk,
  type RoomTalkEvent,
  SILENCE,
} from './room-talk'

const userIdOf = (n: number) => composeId('user', `person${n}`.padEnd(20, '0'))
const after = (...events: readonly RoomTalkEvent[]): RoomTalk => events.reduce(reduceTalk, SILENCE)
const said = (id: string) => ({ id, userId: userIdOf(1), name: '小美', text: '甜吗?' })
const answered = (n: number, answer = '甜') => ({
  id: composeId('question', `n${n}x`.padEnd(12, '0'), merchantId),
  name: '小美',
  question: '甜吗?',
  answer,
})

describe('the talking in a room', () => {
  it('shows a notice until it is taken down', () => {
    const put = { type: 'notice-changed', notice: '今晚抽奖' } as const
    expect(after(put).notice).toBe('今晚抽奖')
    expect(after(put, { type: 'notice-changed', notice: null }).notice).toBeNull()
  })

  it('pins one message', () => {
    const pin = { type: 'message-pinned', message: said('m1') } as const
    expect(after(pin, { type: 'message-pinned', message: said('m2') }).pinned?.id).toBe('m2')
    expect(after(pin, { type: 'message-pinned', message: null }).pinned).toBeNull()
  })

  it('slows down', () => {
    expect(after({ type: 'slow-mode-changed', seconds: 5 }).slowModeSeconds).toBe(5)
  })

  it('knows who is muted, each once', () => {
    const mute = { type: 'viewer-muted', userId: userIdOf(1) } as const
    expect(after(mute, mute).muted).toEqual([userIdOf(1)])
    expect(after(mute, { type: 'viewer-unmuted', userId: userIdOf(1) }).muted).toEqual([])
  })

  it('forgets that somebody was muted who is banned', () => {
    const mute = { type: 'viewer-muted', userId: userIdOf(1) } as const
    expect(after(mute, { type: 'viewer-banned', userId: userIdOf(1) }).muted).toEqual([])
  })

  it('takes a deleted message off the pin, too, and no other', () => {
    const pin = { type: 'message-pinned', message: said('m1') } as const
    expect(after(pin, { type: 'message-deleted', messageId: 'm1' })).toMatchObject({
      pinned: null,
      deleted: ['m1'],
    })
    expect(after(pin, { type: 'message-deleted', messageId: 'm2' }).pinned?.id).toBe('m1')
    expect(after({ type: 'message-deleted', messageId: 'm2' }).pinned).toBeNull()
  })

  it('remembers the latest that were deleted', () => {
    const many = Array.from({ length: KEPT_DELETED + 1 }, (_, n) => ({
      type: 'message-deleted' as const,
      messageId: `m${n}`,
    }))
    const { deleted } = after(...many, { type: 'message-deleted', messageId: 'm5' })
    expect(deleted).toHaveLength(KEPT_DELETED)
    expect([deleted[0], deleted.at(-1)]).toEqual(['m1', 'm5'])
  })

  it('keeps the latest answers, newest first, each question once', () => {
    const many = Array.from({ length: KEPT_ANSWERS + 1 }, (_, n) => ({
      type: 'question-answered' as const,
      answer: answered(n),
    }))
    const { answers } = after(...many, { type: 'question-answered', answer: answered(3, '很甜') })
    expect(answers).toHaveLength(KEPT_ANSWERS)
    expect(answers[0]).toEqual(answered(3, '很甜'))
    expect(answers.at(-1)).toEqual(answered(1))
  })

  it('never passes over an event it does not know', () => {
    const unknown = { type: 'fireworks' } as unknown as RoomTalkEvent
    expect(() => after(unknown)).toThrow('fireworks')
  })
})

it('shows out whom the event names, and nobody else', () => {
  const [mei, jun] = [userIdOf(1), userIdOf(2)]
  const events = [{ type: 'room-started' }, { type: 'viewer-banned', userId: mei }]
  expect([isShownOut(events, mei), isShownOut(events, jun), isShownOut([], mei)]).toEqual([
    true,
    false,
    false,
  ])
})
