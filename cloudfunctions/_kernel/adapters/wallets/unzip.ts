import { crc32, inflateRawSync } from 'node:zlib'
import { ok, type Result } from '@/domain/result'
import type { Unknown } from '../../ports/payment-gateway'
import { notKnown } from './unknown-outcome'

// Libraries unpack without a bound or without looking at the checksum; a bill of money needs both, and little else.
// Names follow APPNOTE.TXT, "Overall .ZIP file format". Multi-volume, encrypted and ZIP64 archives are refused.

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

interface Entry {
  readonly isEncrypted: boolean
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  readonly localAt: number
}

/** The files of an archive, without their names: all of them whole and together no larger than `maxBytes`. */
export function unzip(file: Buffer, maxBytes: number): Result<readonly Buffer[], Unknown> {
  try {
    const entries = listEntries(file)
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > maxBytes) return notKnown('Archive is too large')
    return ok(entries.map((entry) => unpack(file, entry)))
  } catch {
    // cut short, not an archive, or changed on the way: which of them makes no difference
    return notKnown('Archive is damaged')
  }
}

function listEntries(file: Buffer): readonly Entry[] {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (file.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('No entry')
    const entry = {
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      checksum: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      localAt: file.readUInt32LE(at + 42),
    }
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    return entry
  })
}

/** The record at the end, before a comment of any length. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT)
  for (let at = file.length - END_BYTES; at >= first; at -= 1)
    if (file.readUInt32LE(at) === END_SIGNATURE) return at
  throw new Error('No end')
}

function unpack(file: Buffer, entry: Entry): Buffer {
  if (entry.isEncrypted || file.readUInt32LE(entry.localAt) !== LOCAL_SIGNATURE) throw new Error('No file')
  // the lengths here may differ from those of the directory
  const start =
    entry.localAt + 30 + file.readUInt16LE(entry.localAt + 26) + file.readUInt16LE(entry.localAt + 28)
  const content = inflate(file.subarray(start, start + entry.packed), entry)
  if (content.length !== entry.size || crc32(content) !== entry.checksum) throw new Error('Changed')
  return content
}

function inflate(packed: Buffer, { method, size }: Entry): Buffer {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Error('Unknown method')
  // zlib refuses a bound of nothing
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
}
