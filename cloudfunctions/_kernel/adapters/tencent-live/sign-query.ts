import { createHash } from 'node:crypto'

/**
 * Tencent's anti-theft query: `txSecret = md5(key + stream + txTime)`. The time is hashed as it is written, so it
 * stays lower case; `stream` carries the transcoding suffix when there is one.
 */
export function signQuery(key: string, stream: string, expiresAtSeconds: number): string {
  const txTime = expiresAtSeconds.toString(16)
  return `txSecret=${md5(key + stream + txTime)}&txTime=${txTime}`
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
