import * as v from 'valibot'
import { epochMs } from '@/contracts/schemas'
import { openJournal } from '../wallets/journal'

const message = v.object({
  host: v.picklist(['weapp', 'alipay']),
  /** The person as the host knows them. */
  to: v.string(),
  templateId: v.string(),
  /** What opens when the message is tapped. */
  page: v.string(),
  data: v.record(v.string(), v.object({ value: v.string() })),
  at: epochMs,
})
/** A message of the app in somebody's WeChat or Alipay. */
export type Message = v.InferOutput<typeof message>

export interface MessageBox {
  /** The oldest first. */
  all(): readonly Message[]
  /** Resolves when it is in the file. */
  put(message: Message): Promise<void>
  close(): Promise<void>
}

/** Kept like everything that the hosts of the local product hold. */
export async function openMessageBox(file: string): Promise<MessageBox> {
  const { entries, journal } = await openJournal(file, (lines) => lines.filter((line) => v.is(message, line)))
  const messages = [...entries]
  return {
    all: () => messages,
    put(one) {
      messages.push(one)
      return journal.append(one)
    },
    close: () => journal.close(),
  }
}
