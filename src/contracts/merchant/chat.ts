import * as v from 'valibot'
import { MOST_SLOW_MODE_SECONDS } from '@/domain/moderation'
import { contract, operation } from '../contract'
import { count, epochMs, idOf, textUpTo } from '../schemas'
import { messageId, reportReason, roomId } from '../chat'

export const MAX_ANSWER_CHARS = 300
export const MAX_NOTICE_CHARS = 300
export const MAX_WORDS = 200
/** 30 days; whoever shall say nothing for longer is muted until it is lifted. */
export const MAX_MUTE_MINUTES = 43_200

export const question = v.object({
  id: idOf('question'),
  productId: v.nullable(idOf('product')),
  userId: idOf('user'),
  name: v.string(),
  question: v.string(),
  answer: v.nullable(v.string()),
  askedAt: epochMs,
})
export type Question = v.InferOutput<typeof question>

/** What a report is about: a message with its words, a person, or the show itself. */
export const report = v.object({
  id: idOf('report'),
  roomId: idOf('room'),
  roomTitle: v.string(),
  reason: reportReason,
  note: v.string(),
  reporterName: v.string(),
  accused: v.nullable(v.object({ userId: idOf('user'), name: v.string() })),
  message: v.nullable(v.object({ id: v.string(), text: v.string(), isDeleted: v.boolean() })),
  reportedAt: epochMs,
  settledAt: v.nullable(epochMs),
})
export type Report = v.InferOutput<typeof report>

const person = v.object({ userId: idOf('user'), name: v.string() })
/** Who may not speak in a room, or may not come in. */
export const restricted = v.object({
  /** `until`: null until somebody lifts it. */
  muted: v.array(v.object({ ...person.entries, until: v.nullable(epochMs) })),
  banned: v.array(person),
})
const onPerson = v.object({ ...roomId, userId: idOf('user') })
const onMessage = { ...roomId, messageId }
const nothing = v.object({})
const sheet = v.object({ csv: v.string(), count })

const aboutPeople = {
  /** For some minutes, or until it is lifted. */
  mute: operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({
      ...onPerson.entries,
      minutes: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(MAX_MUTE_MINUTES))),
    }),
    output: nothing,
    errors: ['room-not-found', 'staff-protected'],
  }),
  unmute: operation({
    caller: 'merchant',
    effect: 'safe',
    input: onPerson,
    output: nothing,
    errors: ['room-not-found'],
  }),
  /** Shows a person out of the room, and lets them in no more. */
  ban: operation({
    caller: 'merchant',
    effect: 'safe',
    input: onPerson,
    output: nothing,
    errors: ['room-not-found', 'staff-protected'],
  }),
  /** Lets a person in again. */
  unban: operation({
    caller: 'merchant',
    effect: 'safe',
    input: onPerson,
    output: nothing,
    errors: ['room-not-found'],
  }),
  'list-restricted': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object(roomId),
    output: restricted,
    errors: ['room-not-found'],
  }),
}

const aboutTalk = {
  /** Nobody sees it any more, whoever has it already included. */
  'delete-message': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object(onMessage),
    output: nothing,
    errors: ['room-not-found', 'message-not-found'],
  }),
  /** Null takes the pinned message down. */
  'pin-message': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ ...roomId, messageId: v.nullable(messageId) }),
    output: nothing,
    errors: ['room-not-found', 'message-not-found'],
  }),
  /** Null clears the notice board. */
  'set-notice': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ ...roomId, notice: v.nullable(textUpTo(MAX_NOTICE_CHARS)) }),
    output: nothing,
    errors: ['room-not-found'],
  }),
  /** Seconds a viewer waits between two messages; 0 ends it. */
  'set-slow-mode': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ ...roomId, seconds: v.pipe(count, v.maxValue(MOST_SLOW_MODE_SECONDS)) }),
    output: nothing,
    errors: ['room-not-found'],
  }),
  /** Words that the shop lets nobody say in its rooms, besides those that nobody says anywhere. */
  'get-words': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ words: v.array(v.string()) }),
    errors: [],
  }),
  'set-words': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({
      merchantId: idOf('merchant'),
      words: v.pipe(v.array(textUpTo(20)), v.maxLength(MAX_WORDS)),
    }),
    output: v.object({ words: v.array(v.string()) }),
    errors: [],
  }),
}

const onTheDesk = {
  /** Those without an answer, oldest first, then the latest that have one. */
  'list-questions': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object(roomId),
    output: v.object({ questions: v.array(question) }),
    errors: ['room-not-found'],
  }),
  /** Answers a question, or puts another answer in the place of the first. */
  'answer-question': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ questionId: idOf('question'), answer: textUpTo(MAX_ANSWER_CHARS) }),
    output: v.object({ question }),
    errors: ['question-not-found'],
  }),
  /** The open ones, oldest first, then the latest that are settled. */
  'list-reports': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ reports: v.array(report) }),
    errors: [],
  }),
  'settle-report': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ reportId: idOf('report') }),
    output: nothing,
    errors: ['report-not-found'],
  }),
  /** Everything that was said, refused and deleted included, as a sheet. */
  'export-chat': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object(roomId),
    output: sheet,
    errors: ['room-not-found', 'export-too-long'],
  }),
  /** Everything that happened in the room, as a sheet. */
  'export-log': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object(roomId),
    output: sheet,
    errors: ['room-not-found', 'export-too-long'],
  }),
}

export const chat = contract('chat', {
  ...aboutPeople,
  ...aboutTalk,
  ...onTheDesk,
})
