import * as v from 'valibot'
import type { RawData } from 'ws'
import type { Reply } from './replies'

const frame = v.object({
  head: v.object({
    servcmd: v.pipe(v.string(), v.maxLength(100)),
    seq: v.pipe(v.number(), v.safeInteger()),
    a2: v.optional(v.string()),
    identifier: v.optional(v.string()),
    usersig: v.optional(v.string()),
  }),
  body: v.optional(v.unknown()),
})
export type Frame = v.InferOutput<typeof frame>
export type FrameHead = Frame['head']

/** One request of the SDK, or null for bytes that no SDK sends. */
export function readFrame(data: RawData): Frame | null {
  if (!Buffer.isBuffer(data)) return null
  try {
    const parsed = v.safeParse(frame, JSON.parse(data.toString('utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** The SDK finds the request that a reply belongs to by command and number. */
export const writeFrame = (servcmd: string, seq: number, body: Reply): string =>
  `{"head":${JSON.stringify({ servcmd, seq })},"body":${body}}`
