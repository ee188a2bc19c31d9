import { checkChatText } from '@/domain/chat-message'
import type { ChatMessageCheck, ChatVerdict } from '../_kernel/ports/chat-groups'

/** The same rule that the client keeps, for those who send without our client. Only plain text is ever sent. */
export function beforeSend({ text }: ChatMessageCheck): ChatVerdict {
  if (text === null) return { kind: 'refuse', reason: 'chat-refused' }
  const checked = checkChatText(text)
  return checked.ok ? { kind: 'allow', text: checked.value } : { kind: 'refuse', reason: checked.error }
}
