import type { LiveStreams } from '../../ports/live-streams'
import {
  expiryOf,
  HLS_TTL_MS,
  type LiveVendorOptions,
  pastOf,
  PUSH_TTL_MS,
  signedLadder,
} from '../live-vendor/live-vendor'
import { readCallback } from './read-callback'
import { signAuthKey } from './sign-auth-key'

/**
 * ApsaraVideo Live. What is signed here is when an address is made to end; the domain's own validity is added to it by
 * the vendor, so that it may live longer and never shorter.
 */
export function alibabaLive(options: LiveVendorOptions): LiveStreams {
  const { playBaseUrl, pushServer, playKey, pushKey, callbackKey, recordingKey, clock } = options
  const playPath = new URL(playBaseUrl).pathname
  const push = new URL(pushServer)
  return {
    playAddresses: (stream) =>
      signedLadder(options, stream, (address) => {
        const path = `${playPath}/${encodeURIComponent(address.stream)}.${address.file}`
        return signAuthKey(playKey, { path, until: address.until })
      }),
    pushAddress(stream) {
      const until = expiryOf(clock, PUSH_TTL_MS)
      const name = encodeURIComponent(stream)
      return {
        server: pushServer,
        key: `${name}?${signAuthKey(pushKey, { path: `${push.pathname}/${name}`, until })}`,
        expiresAt: until * 1000,
      }
    },
    keepsPastMs: pastOf(options),
    pastAddress(stream, { from, to }) {
      const file = `${encodeURIComponent(stream)}.m3u8`
      const until = expiryOf(clock, HLS_TTL_MS)
      const signed = signAuthKey(playKey, { path: `${playPath}/${file}`, until })
      // `vodend`, not `end`: the whole span at once, with an end
      const span = `lhs_start_unix_s_0=${Math.floor(from / 1000)}&lhs_vodend_unix_s_0=${Math.ceil(to / 1000)}`
      return `${playBaseUrl}/${file}?${signed}&aliyunols=on&${span}`
    },
    fileAddress(address) {
      const url = new URL(address)
      const until = expiryOf(clock, HLS_TTL_MS)
      if (recordingKey) url.search = signAuthKey(recordingKey, { path: url.pathname, until })
      return url.href
    },
    verifyCallback: (notice) =>
      readCallback(notice, {
        pushDomain: push.hostname,
        callbackHost: options.callbackHost,
        key: callbackKey,
        nowMs: clock.now(),
        recordingUrl: options.recordingUrl ?? null,
      }),
  }
}
