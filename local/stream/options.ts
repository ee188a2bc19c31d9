import * as v from 'valibot'
import type { StreamFailure } from './start-error'

/** What the parent process tells the stream server. */
export const streamOptionsSchema = v.object({
  /** 0 lets the system choose; the ready message tells which. */
  httpPort: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)),
  rtmpPort: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)), 1935),
  /** Stream name to the FLV file that plays while nobody publishes. */
  loops: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)), v.string()),
  playKey: v.pipe(v.string(), v.minLength(1)),
  pushKey: v.pipe(v.string(), v.minLength(1)),
  /** Where pushes are kept for their replay; without it they are not. */
  archiveFolder: v.optional(v.string()),
  callbackUrl: v.optional(v.pipe(v.string(), v.url())),
  callbackKey: v.optional(v.string()),
})

export type StreamOptions = v.InferInput<typeof streamOptionsSchema>
export type ParsedStreamOptions = v.InferOutput<typeof streamOptionsSchema>

export interface StreamPorts {
  readonly httpPort: number
  readonly rtmpPort: number
}

/** What the child says to its parent. */
export type ChildMessage =
  | { readonly type: 'hello' }
  | ({ readonly type: 'ready' } & StreamPorts)
  | { readonly type: 'failed'; readonly failure: StreamFailure }
