import type { Quality } from '@/domain/quality'
import type { RecordedPart, Span } from '@/domain/recording'
import type { Result } from '@/domain/result'
import type { EpochMs } from '@/domain/time'

export interface PlayAddresses {
  /** Best first; never empty. */
  readonly qualities: readonly Quality[]
  /** When the first of them stops working for new connections. */
  readonly expiresAt: EpochMs
}

/** What OBS calls "server" and "stream key". */
export interface PushAddress {
  readonly server: string
  readonly key: string
  readonly expiresAt: EpochMs
}

/** A vendor's notice as it came in: some sign what they post, some sign headers of an address that they ask for. */
export interface StreamNotice {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: string
}

/** A file that the vendor has recorded, at the address where it lies. */
export interface RecordedFile extends RecordedPart {
  readonly url: string
}

export interface RecordingCallback {
  readonly kind: 'recorded'
  readonly stream: string
  /** Null: in a format that nobody can watch here. */
  readonly file: RecordedFile | null
}

export interface PushCallback {
  readonly kind: 'published' | 'stopped'
  readonly stream: string
  /**
   * Which push it is about. Where a vendor names its pushes, start and stop carry one name; else only the second at
   * which it happened tells what came first.
   */
  readonly push: { readonly name: string } | { readonly at: EpochMs }
}

export type StreamCallback = PushCallback | RecordingCallback

export interface LiveStreams {
  /** Signed addresses that play `stream`; ask again for every new connection. */
  playAddresses(stream: string): PlayAddresses
  /** A signed address to publish `stream`; whoever has it can be on air. */
  pushAddress(stream: string): PushAddress
  /** How long what was on air can be asked for again (time shift); 0 where the vendor keeps nothing. */
  readonly keepsPastMs: number
  /** A signed HLS address of what was on air in a span of at most six hours, no older than `keepsPastMs`. */
  pastAddress(stream: string, span: Span): string
  /** Signs the address of a recorded file, for as long as somebody watches a show. */
  fileAddress(url: string): string
  /** Tells a vendor's notice from a forged one. The signature does not cover the stream: check it against a room. */
  verifyCallback(
    notice: StreamNotice,
  ): Result<StreamCallback, { readonly code: 'bad-signature' | 'expired' | 'malformed' }>
}
