import { toFen } from '@/domain/money'
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import type { Clock } from '../../../cloudfunctions/_kernel/ports/clock'
import { beijingIso } from '../../../cloudfunctions/_kernel/beijing-time'
import type { WalletKeys } from '../keys'
import { merchant } from '../merchant'
import type { NoticeWay } from '../notices'
import { randomHex, type RandomBytes } from '../random'
import { sealAesGcm, signRsa } from '../signing'
import { transaction } from './answers'

/** WeChat Pay's own schedule: 15 more times in 24 hours and 4 minutes. */
const WAITS = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  ...[30, 30, 30, 60].map((minutes) => minutes * MINUTE),
  ...[3, 3, 3, 6, 6].map((hours) => hours * HOUR),
]

interface Sender {
  readonly keys: WalletKeys
  readonly clock: Clock
  readonly random: RandomBytes
}

export const weChatPayNotices = ({ keys, clock, random }: Sender): NoticeWay => ({
  waits: WAITS,

  // every telling is sealed and signed anew; only the id stays
  compose({ trade, isWrongAmount, isForged }) {
    const told = isWrongAmount ? { ...trade, amount: toFen(trade.amount === 1 ? 2 : 1) } : trade
    const sealNonce = randomHex(random, 12)
    const associated = 'transaction'
    const body = JSON.stringify({
      id: trade.state.notice.id,
      create_time: beijingIso(trade.state.at),
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: {
        original_type: 'transaction',
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: sealAesGcm(JSON.stringify(transaction(told)), {
          key: keys.apiV3Key,
          nonce: sealNonce,
          associated,
        }),
        associated_data: associated,
        nonce: sealNonce,
      },
    })
    const signer = isForged ? keys.stranger : keys.platform
    const signed = signedHeaders(body, { privateKey: signer.privateKey, at: clock.now(), random })
    return { headers: { 'content-type': 'application/json', ...signed }, body }
  },

  isTaken: ({ status }) => status === 200 || status === 204,
})

interface Signer {
  readonly privateKey: string
  readonly at: number
  readonly random: RandomBytes
}

/** The four headers under which WeChat Pay signs whatever it says. */
export function signedHeaders(body: string, { privateKey, at, random }: Signer): Record<string, string> {
  const timestamp = String(Math.floor(at / SECOND))
  const nonce = randomHex(random, 32)
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': merchant.wechatPlatformKeyId,
    'wechatpay-signature': signRsa([timestamp, nonce, body, ''].join('\n'), privateKey),
  }
}
