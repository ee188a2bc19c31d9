import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

export interface PlayAddresses {
  readonly flv: string
  readonly hls: string
  /** When the first of the two stops working for new connections. */
  readonly expiresAt: EpochMs
}

/** What OBS calls "server" and "stream key". */
export interface PushAddress {
  readonly server: string
  readonly key: string
  readonly expiresAt: EpochMs
}

export interface StreamCallback {
  readonly kind: 'published' | 'stopped'
  readonly stream: string
  /** The same for the start and the stop of one push; a stop that carries another one is out of date. */
  readonly sequence: string
}

export interface LiveStreams {
  /** Signed addresses that play `stream`; ask again for every new connection. */
  playAddresses(stream: string): PlayAddresses
  /** A signed address to publish `stream`; whoever has it can be on air. */
  pushAddress(stream: string): PushAddress
  /** Tells a vendor's notice from a forged one. The signature does not cover the stream: check it against a room. */
  verifyCallback(
    body: unknown,
  ): Result<StreamCallback, { readonly code: 'bad-signature' | 'expired' | 'malformed' }>
}
