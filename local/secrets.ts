import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

const key = v.pipe(v.string(), v.minLength(32))
const secretsSchema = v.object({
  tokenSecret: key,
  imSecretKey: key,
  imWebhookToken: key,
  playKey: key,
  pushKey: key,
  streamCallbackKey: key,
})
export type LocalSecrets = v.InferOutput<typeof secretsSchema>

const makeKey = (): string => randomBytes(24).toString('hex')

/** Keys that both sides of the local product share. Made once and kept, so that sessions outlive a restart. */
export function loadSecrets(dataDir: string): LocalSecrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = readKnown(file)
  if (known) return known
  const made: LocalSecrets = {
    tokenSecret: makeKey(),
    imSecretKey: makeKey(),
    imWebhookToken: makeKey(),
    playKey: makeKey(),
    pushKey: makeKey(),
    streamCallbackKey: makeKey(),
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

function readKnown(file: string): LocalSecrets | null {
  try {
    const parsed = v.safeParse(secretsSchema, JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
