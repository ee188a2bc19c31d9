import * as v from 'valibot'

/**
 * What our webhook writes into every message, in place of whatever its sender wrote there. Who works for the shop is
 * not in it: the room's own list says so, and cannot be forged even when the vendor delivers without asking us.
 */
const messageBadge = v.object({ v: v.literal(1), isBuyer: v.boolean() })

export const writeMessageBadge = (isBuyer: boolean): string =>
  JSON.stringify({ v: 1, isBuyer } satisfies v.InferOutput<typeof messageBadge>)

/** Whether the sender has bought in the shop; false for anything that is not ours. */
export function readsAsBuyer(text: string): boolean {
  try {
    const parsed = v.safeParse(messageBadge, JSON.parse(text))
    return parsed.success && parsed.output.isBuyer
  } catch {
    return false
  }
}
