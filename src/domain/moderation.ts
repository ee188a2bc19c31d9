import { type BlockedWords, holdsBlockedWord } from './blocked-words'
import { type ChatRefusal, checkChatText } from './chat-message'
import { foldText } from './fold-text'
import type { Result } from './result'
import { err } from './result'
import { type EpochMs, SECOND } from './time'

/** Something the person has said in the room before. */
export interface SaidBefore {
  readonly text: string
  readonly at: EpochMs
}

/** What somebody wants to say, and what decides whether these words may be said by them. */
export interface Wording {
  readonly text: string
  /** The shop's own people keep to the length and to nothing else: it is their show. */
  readonly isStaff: boolean
  readonly isBanned: boolean
  readonly isMuted: boolean
  readonly words: BlockedWords
}
/** One message before it is sent, and everything that decides whether it is. */
export interface Speech extends Wording {
  readonly now: EpochMs
  /** Seconds between two messages of one person; 0 when nobody has to wait. */
  readonly slowModeSeconds: number
  readonly before: readonly SaidBefore[]
}

export type WordingRefusal = ChatRefusal | 'chat-banned' | 'chat-muted' | 'chat-refused'
type FloodRefusal = 'chat-slow-mode' | 'chat-too-fast' | 'chat-repeated'
export type SpeechRefusal = WordingRefusal | FloodRefusal

/** Nobody reads more than this of one person: so many messages in so long. */
export const RATE = { messages: 5, withinMs: 10 * SECOND } as const
/** "1" may be said again when the host asks for it; the same text over and over is a flood. */
export const REPEATS = { messages: 2, withinMs: 30 * SECOND } as const
/** No rule looks further back than this. */
export const REMEMBERED_MS = Math.max(RATE.withinMs, REPEATS.withinMs)
export const MOST_SLOW_MODE_SECONDS = 300

/** How long until the person may speak again in slow mode; 0 when they may now. */
export function slowModeLeftMs({
  now,
  slowModeSeconds,
  before,
}: Pick<Speech, 'now' | 'slowModeSeconds' | 'before'>): number {
  const last = Math.max(0, ...before.map(({ at }) => at))
  return Math.max(0, last + slowModeSeconds * SECOND - now)
}

/** What may be said, as it will be shown, however often it is said. */
export function moderateWording(wording: Wording): Result<string, WordingRefusal> {
  if (wording.isBanned) return err('chat-banned')
  if (wording.isMuted) return err('chat-muted')
  const text = checkChatText(wording.text)
  if (!text.ok || wording.isStaff) return text
  return holdsBlockedWord(text.value, wording.words) ? err('chat-refused') : text
}

/**
 * What may be said now, or why it may not. The client asks before it sends, so that people are told at once; the
 * vendor's webhook asks again, for those who send without our client.
 */
export function moderate(speech: Speech): Result<string, SpeechRefusal> {
  const text = moderateWording(speech)
  if (!text.ok || speech.isStaff) return text
  const refusal = floods(speech, text.value)
  return refusal === null ? text : err(refusal)
}

function floods(speech: Speech, text: string): FloodRefusal | null {
  const { now, before } = speech
  if (slowModeLeftMs(speech) > 0) return 'chat-slow-mode'
  const since = (withinMs: number) => before.filter(({ at }) => at > now - withinMs)
  if (since(RATE.withinMs).length >= RATE.messages) return 'chat-too-fast'
  const bare = bareText(text)
  const same = since(REPEATS.withinMs).filter((said) => bareText(said.text) === bare)
  return same.length >= REPEATS.messages ? 'chat-repeated' : null
}

/** Whether somebody says the phrase, alone or among other words, in whatever dress. */
export const saysPhrase = (text: string, phrase: string): boolean => bareText(text).includes(bareText(phrase))

/** What is left of a text when its ornaments are gone; of one that is all ornament, the text itself. */
export const bareText = (text: string): string => foldText(text).text || text
