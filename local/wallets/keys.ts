import { generateKeyPair } from 'node:crypto'
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { randomHex, type RandomBytes } from './random'
import { readIfThere } from './read-if-there'

const pair = v.object({ privateKey: v.string(), publicKey: v.string() })
const walletKeys = v.object({
  /** The merchant's keys at WeChat Pay, and WeChat Pay's own. */
  merchant: pair,
  platform: pair,
  apiV3Key: v.pipe(v.string(), v.length(32)),
  appSecret: v.string(),
  /** What Alipay seals the content with that it hands to the app's pages: 16 bytes, base64. */
  aesKey: v.string(),
  /** The app's keys at Alipay, and Alipay's own. */
  app: pair,
  alipay: pair,
  /** Signs what is meant to be refused. */
  stranger: pair,
})
export type WalletKeys = v.InferOutput<typeof walletKeys>

/** The keys of both sandboxes and of their one merchant, made once for a data folder. */
export async function loadWalletKeys(folder: string, random: RandomBytes): Promise<WalletKeys> {
  const file = join(folder, 'keys.json')
  const known = await readKeys(file)
  if (known !== null) return known
  const [merchant, platform, app, alipay, stranger] = await Promise.all([
    makePair(),
    makePair(),
    makePair(),
    makePair(),
    makePair(),
  ])
  const apiV3Key = randomHex(random, 32)
  const aesKey = Buffer.from(random(16)).toString('base64')
  const secrets = { apiV3Key, appSecret: randomHex(random, 32), aesKey }
  const keys = { merchant, platform, ...secrets, app, alipay, stranger }
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
  return keys
}

/** Null when there are none, or when what is there can not be used any more. */
async function readKeys(file: string): Promise<WalletKeys | null> {
  const text = await readIfThere(file)
  if (text === null) return null
  try {
    const parsed = v.safeParse(walletKeys, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    // not JSON any more: new keys are as good, for nobody else knows the old ones
    return null
  }
}

const makePair = (): Promise<v.InferOutput<typeof pair>> =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
