import { createCipheriv } from 'node:crypto'
import type { WalletKeys } from '../wallets/keys'
import { signRsa } from '../wallets/signing'
import type { OneTimeCodes } from './one-time-codes'
import type { Persona } from './personas'

interface ProofOptions {
  /** Apart from those of signing in: neither is good for the other. */
  readonly codes: OneTimeCodes
  readonly keys: WalletKeys
}

/** WeChat hands out a code that our server trades; Alipay the number itself, sealed and signed. */
export const createPhoneProof =
  ({ codes, keys }: ProofOptions) =>
  (persona: Persona): string =>
    persona.host === 'weapp' ? codes.issue(persona) : sealPhone(persona.phone, keys)

function sealPhone(mobile: string, { aesKey, alipay }: WalletKeys): string {
  const seal = createCipheriv('aes-128-cbc', Buffer.from(aesKey, 'base64'), Buffer.alloc(16))
  const content = JSON.stringify({ code: '10000', msg: 'Success', mobile })
  const response = Buffer.concat([seal.update(content), seal.final()]).toString('base64')
  return JSON.stringify({ response, sign: signRsa(`"${response}"`, alipay.privateKey) })
}
