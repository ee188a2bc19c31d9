import { createPrivateKey, createPublicKey } from 'node:crypto'

// Alipay's key tool hands out bare base64, PKCS#1 or PKCS#8 depending on its setting; everyone else uses PEM. The
// client guesses wrongly on a PEM with a last line feed, so it is always given one form.

/** The merchant's private key as PKCS#8 in PEM, from whatever form it came in. */
export function readPrivateKey(text: string): string {
  const forms = isPem(text)
    ? [() => createPrivateKey(text)]
    : [
        () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
        () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs1' }),
      ]
  return firstThatReads(forms).export({ type: 'pkcs8', format: 'pem' }).toString().trim()
}

/** Alipay's public key as SPKI in PEM, from whatever form it came in. */
export function readPublicKey(text: string): string {
  const key = isPem(text)
    ? createPublicKey(text)
    : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
  return key.export({ type: 'spki', format: 'pem' }).toString().trim()
}

const isPem = (text: string): boolean => text.includes('-----BEGIN')

function firstThatReads<T>(forms: readonly (() => T)[]): T {
  for (const read of forms) {
    try {
      return read()
    } catch {
      // the next form may fit
    }
  }
  throw new Error('The Alipay private key can not be read')
}
