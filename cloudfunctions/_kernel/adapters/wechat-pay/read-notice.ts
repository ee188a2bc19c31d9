import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import { type EpochMs, MINUTE, SECOND } from '@/domain/time'
import type { PaymentGateway, RawWebhook } from '../../ports/payment-gateway'
import type { WeChatPayOptions } from '../wallet-config'
import { readTransaction } from './transaction'

export type NoticeReading = Awaited<ReturnType<PaymentGateway['readNotice']>>
export type NoticeProblem =
  'headers' | 'stale' | 'signer' | 'signature' | 'seal' | 'json' | 'shape' | 'foreign'

const MAX_SKEW_MS = 5 * MINUTE

const envelope = v.object({
  event_type: v.string(),
  resource: v.object({
    algorithm: v.literal('AEAD_AES_256_GCM'),
    ciphertext: v.string(),
    nonce: v.string(),
    associated_data: v.optional(v.string(), ''),
  }),
})
type Notice = Extract<NoticeReading, { ok: true }>['value']

/** Reads a notice strictly in this order: who signed it and when, then what it says, then whose trade it is. */
export function readWeChatPayNotice(
  webhook: RawWebhook,
  options: WeChatPayOptions,
  now: EpochMs,
): Result<Notice, NoticeProblem> {
  const problem = findForgery(webhook, options, now)
  if (problem !== null) return err(problem)
  const json = attempt(() => JSON.parse(webhook.body) as unknown)
  if (!json.ok) return err('json')
  const parsed = v.safeParse(envelope, json.value)
  if (!parsed.success) return err('shape')
  if (parsed.output.event_type !== 'TRANSACTION.SUCCESS') return ok({ kind: 'other' })
  const { ciphertext, nonce, associated_data } = parsed.output.resource
  const opened = attempt(() => Aes.AesGcm.decrypt(ciphertext, options.apiV3Key, nonce, associated_data))
  if (!opened.ok) return err('seal')
  const resource = attempt(() => JSON.parse(opened.value) as unknown)
  return resource.ok ? readResource(resource.value, options) : err('json')
}

function readResource(resource: unknown, options: WeChatPayOptions): Result<Notice, NoticeProblem> {
  const trade = readTransaction(resource, options)
  if (!trade.ok) return err(trade.error === 'foreign' ? 'foreign' : 'shape')
  const { number, state, isRefunded } = trade.value
  if (state.status !== 'paid' || isRefunded) return ok({ kind: 'other' })
  const { transactionId, amount, paidAt } = state
  return ok({ kind: 'paid', paymentId: number, transactionId, amount, paidAt })
}

/** The signature covers the time, a nonce and the raw body; an old one may be a recording. */
function findForgery(
  { headers, body }: RawWebhook,
  options: WeChatPayOptions,
  now: EpochMs,
): NoticeProblem | null {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const timestamp = byName.get('wechatpay-timestamp')
  const nonce = byName.get('wechatpay-nonce')
  const serial = byName.get('wechatpay-serial')
  const signature = byName.get('wechatpay-signature')
  if (!timestamp || !nonce || !serial || !signature || !/^\d{1,12}$/.test(timestamp)) return 'headers'
  if (Math.abs(now - Number(timestamp) * SECOND) > MAX_SKEW_MS) return 'stale'
  const key = Object.hasOwn(options.platformKeys, serial) ? options.platformKeys[serial] : undefined
  if (key === undefined) return 'signer'
  const check = attempt(() => Rsa.verify(Formatter.response(timestamp, nonce, body), signature, key))
  return check.ok && check.value ? null : 'signature'
}

function attempt<T>(work: () => T): Result<T, unknown> {
  try {
    return ok(work())
  } catch (error) {
    return err(error)
  }
}
