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
import { signFile, signQuery } from './sign-query'

/** Tencent Cloud Streaming Services, and everything that signs like it. */
export function tencentLive(options: LiveVendorOptions): LiveStreams {
  const { playBaseUrl, pushServer, playKey, pushKey, callbackKey, recordingKey, clock } = options
  return {
    playAddresses: (stream) =>
      signedLadder(options, stream, (address) => signQuery(playKey, address.stream, address.until)),
    pushAddress(stream) {
      const until = expiryOf(clock, PUSH_TTL_MS)
      return {
        server: pushServer,
        key: `${encodeURIComponent(stream)}?${signQuery(pushKey, stream, until)}`,
        expiresAt: until * 1000,
      }
    },
    keepsPastMs: pastOf(options),
    pastAddress(stream, { from, to }) {
      const signed = signQuery(playKey, stream, expiryOf(clock, HLS_TTL_MS))
      const span = `tsStart=${Math.floor(from / 1000)}&tsEnd=${Math.ceil(to / 1000)}`
      return `${playBaseUrl}/${encodeURIComponent(stream)}.m3u8?${signed}&txTimeshift=on&tsFormat=unix_s&${span}`
    },
    fileAddress(address) {
      const url = new URL(address)
      if (recordingKey) url.search = signFile(recordingKey, url, expiryOf(clock, HLS_TTL_MS))
      return url.href
    },
    verifyCallback: (notice) => readCallback(notice, { key: callbackKey, nowMs: clock.now() }),
  }
}
