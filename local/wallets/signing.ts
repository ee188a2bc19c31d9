import { createCipheriv, createSign, createVerify } from 'node:crypto'

// On purpose not the clients' own code: a sandbox that shares it would share its mistakes.

export const signRsa = (message: string, privateKey: string): string =>
  createSign('RSA-SHA256').update(message).sign(privateKey, 'base64')

export const verifyRsa = (message: string, signature: string, publicKey: string): boolean =>
  createVerify('RSA-SHA256').update(message).verify(publicKey, signature, 'base64')

interface Seal {
  readonly key: string
  readonly nonce: string
  readonly associated: string
}

/** AES-256-GCM with the tag at the end, base64, as WeChat Pay seals the resource of a notice. */
export function sealAesGcm(text: string, { key, nonce, associated }: Seal): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(associated))
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Alipay's way to write parameters down for signing: sorted, without empty ones. */
export const sortedPairs = (params: Readonly<Record<string, string>>): string =>
  Object.entries(params)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
