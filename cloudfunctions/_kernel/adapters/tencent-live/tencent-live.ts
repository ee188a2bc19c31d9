import { HOUR, MINUTE } from '@/domain/time'
import type { Clock } from '../../ports/clock'
import type { LiveStreams } from '../../ports/live-streams'
import { readCallback } from './read-callback'
import { signQuery } from './sign-query'

export interface TencentLiveOptions {
  /** Play domain with the application name, such as `https://play.example.com/live`. */
  readonly playBaseUrl: string
  /** Push domain with the application name, such as `rtmp://push.example.com/live`. */
  readonly pushServer: string
  readonly playKey: string
  readonly pushKey: string
  readonly callbackKey: string
  readonly clock: Clock
}

/** FLV is checked once, when a player connects, and every reconnect asks for a fresh address. */
const FLV_TTL_MS = 10 * MINUTE
/** HLS is checked on every request: it must outlive the longest show. */
const HLS_TTL_MS = 12 * HOUR
const PUSH_TTL_MS = 24 * HOUR

/** Tencent Cloud Streaming Services, and everything that signs like it. */
export function tencentLive(options: TencentLiveOptions): LiveStreams {
  const { playBaseUrl, pushServer, playKey, pushKey, callbackKey, clock } = options
  const expiryOf = (ttlMs: number) => Math.floor((clock.now() + ttlMs) / 1000)
  return {
    playAddresses(stream) {
      const flvUntil = expiryOf(FLV_TTL_MS)
      const name = encodeURIComponent(stream)
      return {
        flv: `${playBaseUrl}/${name}.flv?${signQuery(playKey, stream, flvUntil)}`,
        hls: `${playBaseUrl}/${name}.m3u8?${signQuery(playKey, stream, expiryOf(HLS_TTL_MS))}`,
        expiresAt: flvUntil * 1000,
      }
    },
    pushAddress(stream) {
      const until = expiryOf(PUSH_TTL_MS)
      return {
        server: pushServer,
        key: `${encodeURIComponent(stream)}?${signQuery(pushKey, stream, until)}`,
        expiresAt: until * 1000,
      }
    },
    verifyCallback: (body) => readCallback(body, { key: callbackKey, nowMs: clock.now() }),
  }
}
