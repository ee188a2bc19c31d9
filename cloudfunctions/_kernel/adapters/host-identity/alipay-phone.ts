import { createDecipheriv, createVerify } from 'node:crypto'
import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import { readPublicKey } from '../alipay/alipay-keys'
import type { AlipayOptions } from '../wallet-config'
import { phoneText } from './phone-text'

// 敏感信息加解密方法: `my.getPhoneNumber` answers AES/CBC/PKCS5 under the app's key with an empty vector, signed by
// Alipay over the text in quotation marks. Nothing in it says for whom or when, so it is only as secret as the
// person's own connection; it is never kept.

const sealed = v.object({ response: v.pipe(v.string(), v.minLength(1)), sign: v.string() })
const opened = v.object({
  code: v.string(),
  subCode: v.optional(v.string()),
  mobile: v.optional(v.string(), ''),
  countryCode: v.optional(v.string()),
})
const NO_VECTOR = Buffer.alloc(16)

/** `forged`: not what Alipay said. Anything else is between Alipay and us, named. */
export type PhoneTrouble = 'forged' | { readonly trouble: string }

export function openPhone(
  text: string,
  { aesKey, alipayPublicKey }: Pick<AlipayOptions, 'aesKey' | 'alipayPublicKey'>,
): Result<string, PhoneTrouble> {
  const parsed = v.safeParse(sealed, readJson(text))
  if (!parsed.success) return err('forged')
  const { response, sign } = parsed.output
  const verifier = createVerify('RSA-SHA256').update(`"${response}"`)
  if (!verifier.verify(readPublicKey(alipayPublicKey), sign, 'base64')) return err('forged')
  if (aesKey === undefined) return err({ trouble: 'no key for the content' })
  const told = v.safeParse(opened, readJson(decrypt(response, aesKey)))
  if (!told.success) return err({ trouble: 'content cannot be read' })
  const { code, subCode, mobile, countryCode } = told.output
  if (code !== '10000') return err({ trouble: subCode ?? code })
  const phone = phoneText(countryCode, mobile)
  return phone === null ? err({ trouble: 'content has no phone' }) : ok(phone)
}

/** Empty when the key is not the one that it was sealed with. */
function decrypt(response: string, aesKey: string): string {
  try {
    const key = createDecipheriv('aes-128-cbc', Buffer.from(aesKey, 'base64'), NO_VECTOR)
    return Buffer.concat([key.update(response, 'base64'), key.final()]).toString()
  } catch {
    // the library's words tell whether the padding fitted: nobody needs to know
    return ''
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // what is not JSON is told apart by the schema
    return null
  }
}
