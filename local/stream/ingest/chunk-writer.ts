import type { RtmpMessage } from './chunk-reader'

const FIRST_CHUNK = 12
const EXTENDED = 0xffffff

/** Writes one message as chunks: a full header, then as many continuation chunks as it takes. */
export function writeMessage(message: RtmpMessage, chunk: { id: number; size: number }): Buffer {
  const { payload } = message
  const parts: Buffer[] = [firstHeader(message, chunk.id)]
  const extended = extendedTime(message.timestampMs)
  parts.push(extended)
  for (let at = 0; at === 0 || at < payload.length; at += chunk.size) {
    if (at > 0) parts.push(Buffer.from([0xc0 | chunk.id]), extended)
    parts.push(payload.subarray(at, at + chunk.size))
  }
  return Buffer.concat(parts)
}

function firstHeader(message: RtmpMessage, id: number): Buffer {
  const header = Buffer.alloc(FIRST_CHUNK)
  header[0] = id
  header.writeUIntBE(Math.min(message.timestampMs, EXTENDED), 1, 3)
  header.writeUIntBE(message.payload.length, 4, 3)
  header[7] = message.type
  header.writeUInt32LE(message.streamId, 8)
  return header
}

function extendedTime(timestampMs: number): Buffer {
  if (timestampMs < EXTENDED) return Buffer.alloc(0)
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(timestampMs >>> 0)
  return bytes
}
