import { sql } from 'kysely'
import { type BlockedWords, blockedWords } from '@/domain/blocked-words'
import { messageIdOf } from '@/domain/chat-message'
import { merchantOf } from '@/domain/ids'
import { moderate, type SpeechRefusal } from '@/domain/moderation'
import { err, type Result } from '@/domain/result'
import type { Context } from '../_kernel/operation'
import type { ChatMessageCheck, ChatVerdict } from '../_kernel/ports/chat-groups'
import { inTransaction } from '../_kernel/transaction'
import words from './blocked-words.json'
import { loadStanding, type Standing } from './load-standing'

const EVERYWHERE = blockedWords(words)
/** Of what was refused, enough to see what it was. */
const KEPT_CHARACTERS = 500

/**
 * Decides whether a message is sent, and keeps it with its verdict. What one person says at the same moment is decided
 * one after the other, so that no flood slips through its own gaps; a message that comes again, because its sender did
 * not hear the answer, gets the answer of the first time.
 */
export function beforeSend(context: Context, check: ChatMessageCheck): Promise<ChatVerdict> {
  return inTransaction(context, async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${check.roomId} ${check.userId}`}, 0))`.execute(
      inside.db,
    )
    const standing = await loadStanding(inside, check)
    if (!standing) return { kind: 'refuse', reason: 'chat-refused' }
    return (await firstVerdict(inside, check, standing)) ?? decide(inside, check, standing)
  })
}

async function firstVerdict(
  { db }: Context,
  { roomId, userId, random }: ChatMessageCheck,
  { isBuyer, isBanned }: Standing,
): Promise<ChatVerdict | null> {
  const first = await db
    .selectFrom('chat_messages')
    .select(['text', 'refusal', 'deleted_at'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('message_id', '=', messageIdOf(userId, random))
    .executeTakeFirst()
  if (!first) return null
  if (isBanned) return { kind: 'refuse', reason: 'chat-banned' }
  if (first.refusal !== null || first.deleted_at !== null) return { kind: 'refuse', reason: 'chat-refused' }
  return { kind: 'allow', text: first.text, isBuyer }
}

async function decide(context: Context, check: ChatMessageCheck, standing: Standing): Promise<ChatVerdict> {
  const verdict = judge(context, check, standing)
  const { roomId, userId, random } = check
  await context.db
    .insertInto('chat_messages')
    .values({
      merchant_id: merchantOf(roomId),
      room_id: roomId,
      message_id: messageIdOf(userId, random),
      user_id: userId,
      name: standing.name,
      text: verdict.ok ? verdict.value : keepable(check.text ?? ''),
      refusal: verdict.ok ? null : verdict.error,
      said_at: context.clock.now(),
      vendor_seq: null,
      deleted_at: null,
    })
    .execute()
  return verdict.ok
    ? { kind: 'allow', text: verdict.value, isBuyer: standing.isBuyer }
    : { kind: 'refuse', reason: verdict.error }
}

function judge(
  { clock }: Context,
  { text }: ChatMessageCheck,
  standing: Standing,
): Result<string, SpeechRefusal> {
  if (text === null) return err('chat-refused')
  return moderate({ ...standing, text: sound(text), now: clock.now(), words: wordsOf(standing) })
}

/** Words that nobody says anywhere, and those that the shop lets nobody say. */
export const wordsOf = ({ words: ofShop }: Standing): BlockedWords => [...EVERYWHERE, ...blockedWords(ofShop)]

/** No database keeps half of a character. */
const sound = (text: string): string => Buffer.from(text).toString()

const keepable = (text: string): string =>
  [...sound(text).replaceAll('\0', '')].slice(0, KEPT_CHARACTERS).join('')
