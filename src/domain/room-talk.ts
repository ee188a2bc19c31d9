import type { QuestionId, UserId } from './ids'
import { unreachable } from './result'

/** A message somebody said in the room's chat; `id` is the chat vendor's. */
export interface SaidMessage {
  readonly id: string
  readonly userId: UserId
  readonly name: string
  readonly text: string
}

/** A question with what the host said to it. */
export interface AnsweredQuestion {
  readonly id: QuestionId
  readonly name: string
  readonly question: string
  readonly answer: string
}

/** What is true about the talking in a room. */
export interface RoomTalk {
  /** The notice board; null when nothing is on it. */
  readonly notice: string | null
  readonly pinned: SaidMessage | null
  /** Seconds a viewer waits between two messages; 0 when nobody has to. */
  readonly slowModeSeconds: number
  readonly muted: readonly UserId[]
  /** Ids of messages that nobody shall see any more, the latest last. */
  readonly deleted: readonly string[]
  /** The latest answers, newest first. */
  readonly answers: readonly AnsweredQuestion[]
}

export const SILENCE: RoomTalk = {
  notice: null,
  pinned: null,
  slowModeSeconds: 0,
  muted: [],
  deleted: [],
  answers: [],
}

/** A chat shows no more than this many at once, so nobody needs to know of more that are gone. */
export const KEPT_DELETED = 100
export const KEPT_ANSWERS = 20

export type RoomTalkEvent =
  | { readonly type: 'notice-changed'; readonly notice: string | null }
  | { readonly type: 'message-pinned'; readonly message: SaidMessage | null }
  | { readonly type: 'slow-mode-changed'; readonly seconds: number }
  | { readonly type: 'viewer-muted'; readonly userId: UserId }
  | { readonly type: 'viewer-unmuted'; readonly userId: UserId }
  /** Shown out for good: the server lets the person in no more. */
  | { readonly type: 'viewer-banned'; readonly userId: UserId }
  | { readonly type: 'message-deleted'; readonly messageId: string }
  | { readonly type: 'question-answered'; readonly answer: AnsweredQuestion }

export function reduceTalk(talk: RoomTalk, event: RoomTalkEvent): RoomTalk {
  switch (event.type) {
    case 'notice-changed':
      return { ...talk, notice: event.notice }
    case 'message-pinned':
      return { ...talk, pinned: event.message }
    case 'slow-mode-changed':
      return { ...talk, slowModeSeconds: event.seconds }
    case 'viewer-muted':
      return { ...talk, muted: [...without(talk.muted, event.userId), event.userId] }
    case 'viewer-unmuted':
    case 'viewer-banned':
      return { ...talk, muted: without(talk.muted, event.userId) }
    case 'message-deleted':
      return {
        ...talk,
        pinned: talk.pinned?.id === event.messageId ? null : talk.pinned,
        deleted: [...without(talk.deleted, event.messageId), event.messageId].slice(-KEPT_DELETED),
      }
    case 'question-answered': {
      const others = talk.answers.filter(({ id }) => id !== event.answer.id)
      return { ...talk, answers: [event.answer, ...others].slice(0, KEPT_ANSWERS) }
    }
    default:
      return unreachable(event)
  }
}

/** Whether one of the events shows this person out. */
export const isShownOut = (
  events: readonly { readonly type: string; readonly userId?: UserId }[],
  userId: string | undefined,
): boolean => events.some((event) => event.type === 'viewer-banned' && event.userId === userId)

const without = <T>(all: readonly T[], one: T): readonly T[] => all.filter((other) => other !== one)
