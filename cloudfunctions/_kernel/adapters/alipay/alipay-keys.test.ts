import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readPrivateKey, readPublicKey } from './alipay-keys'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'spki'): string =>
  key.export({ format: 'pem', type: type }).toString()
const bare = (text: string): string => text.replace(/-----[^-]+-----|\s/g, '')

describe('a key for Alipay', () => {
  it.each([
    ['PKCS#8 in PEM', pem(privateKey, 'pkcs8')],
    ['PKCS#1 in PEM', pem(privateKey, 'pkcs1')],
    ['PKCS#8 in bare base64', bare(pem(privateKey, 'pkcs8'))],
    ['PKCS#1 in bare base64', bare(pem(privateKey, 'pkcs1'))],
  ])('is read from %s', (_, text) => {
    expect(createPrivateKey(readPrivateKey(text)).equals(privateKey)).toBe(true)
  })

  it.each([
    ['PEM', pem(publicKey, 'spki')],
    ['bare base64', bare(pem(publicKey, 'spki'))],
  ])('that is public is read from %s', (_, text) => {
    expect(createPublicKey(readPublicKey(text)).equals(publicKey)).toBe(true)
  })

  it('that is no key stops the start, and is not repeated in the error', () => {
    expect(() => readPrivateKey('c2VjcmV0')).toThrow(/^The Alipay private key can not be read$/)
  })
})
