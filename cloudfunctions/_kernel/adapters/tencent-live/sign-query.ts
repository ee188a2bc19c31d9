import { md5 } from '../live-vendor/live-vendor'

/**
 * Key hotlink protection of Tencent's VOD, where recorded files lie: `sign = MD5(KEY + Dir + t)`; a playlist's segments
 * lie in its folder and are asked for with the same query.
 */
export function signFile(key: string, url: URL, expiresAtSeconds: number): string {
  const t = expiresAtSeconds.toString(16)
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)
  return `t=${t}&sign=${md5(key + folder + t)}`
}

/**
 * Tencent's anti-theft query: `txSecret = md5(key + stream + txTime)`. The time is hashed as it is written, so it
 * stays lower case; `stream` carries the transcoding suffix when there is one.
 */
export function signQuery(key: string, stream: string, expiresAtSeconds: number): string {
  const txTime = expiresAtSeconds.toString(16)
  return `txSecret=${md5(key + stream + txTime)}&txTime=${txTime}`
}
