import * as v from 'valibot'
import { CHAT_REFUSAL_CODES, type CodedRefusal } from '@/contracts/chat-refusals'
import type { ChatSendError } from './chat'

const coded = v.object({ code: v.number() })

/** The vendor's document "错误码"; 2996 is the SDK's own limit on how often one may send. */
const MUTED: ReadonlySet<number> = new Set([10017, 20012])
const REFUSED: ReadonlySet<number> = new Set([2996, 10004, 10016, 80001, 80002, 80003, 80004])
/** The webhook may answer with a code of ours from this range, and with one that this client does not know yet. */
const isOwnCode = (code: number): boolean => code >= 10_100 && code <= 10_200

const OWN: ReadonlyMap<number, CodedRefusal> = new Map(
  (Object.keys(CHAT_REFUSAL_CODES) as CodedRefusal[]).map((reason) => [CHAT_REFUSAL_CODES[reason], reason]),
)

/** Why a message did not go out. Whatever is not about the message is about the way there. */
export function sendErrorOf(error: unknown): ChatSendError {
  const parsed = v.safeParse(coded, error)
  const code = parsed.success ? parsed.output.code : 0
  if (MUTED.has(code)) return 'chat-muted'
  return OWN.get(code) ?? (REFUSED.has(code) || isOwnCode(code) ? 'chat-refused' : 'offline')
}
