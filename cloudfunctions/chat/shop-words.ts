import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Implementation } from '../_kernel/operation'

type Chat = Implementation<typeof contracts.chat>

export const getWords: Chat['get-words'] = async ({ db }, { merchantId }) => {
  const row = await db
    .selectFrom('chat_words')
    .select('words')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst()
  return ok({ words: row?.words ?? [] })
}

export const setWords: Chat['set-words'] = async ({ db }, { merchantId, words }) => {
  const kept = [...new Set(words)]
  await db
    .insertInto('chat_words')
    .values({ merchant_id: merchantId, words: JSON.stringify(kept) })
    .onConflict((conflict) => conflict.column('merchant_id').doUpdateSet({ words: JSON.stringify(kept) }))
    .execute()
  return ok({ words: kept })
}
