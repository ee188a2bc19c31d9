import { BitReader } from './bit-reader'
import type { VideoConfig } from './frame'

const PROFILES_WITH_CHROMA = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135])
const MAX_SIDE = 8192

/** Reads an AVCDecoderConfigurationRecord; null when it is not one. The size comes from its first SPS. */
export function readAvcConfig(avcC: Buffer): VideoConfig | null {
  if (avcC.length < 11 || avcC[0] !== 1 || (avcC.readUInt8(5) & 31) === 0) return null
  const spsLength = avcC.readUInt16BE(6)
  if (spsLength < 4 || avcC.length < 8 + spsLength) return null
  const size = readSpsSize(avcC.subarray(8, 8 + spsLength))
  return size && { avcC, ...size }
}

/** Bytes that prefix every NAL unit with its length: 1, 2 or 4. */
export function nalLengthSize(avcC: Buffer): number {
  return ((avcC[4] ?? 3) & 3) + 1
}

function readSpsSize(sps: Buffer): { width: number; height: number } | null {
  const reader = new BitReader(withoutEmulationPrevention(sps.subarray(1)))
  const profile = reader.bits(8)
  reader.bits(16)
  reader.unsigned()
  const chroma = PROFILES_WITH_CHROMA.has(profile) ? readChroma(reader) : 1
  skipPictureOrder(reader)
  reader.unsigned()
  reader.bits(1)
  const columns = reader.unsigned() + 1
  const rows = reader.unsigned() + 1
  const isFrameOnly = reader.bits(1) === 1
  if (!isFrameOnly) reader.bits(1)
  reader.bits(1)
  const crop = readCrop(reader)
  if (reader.isOverrun) return null
  const heightFactor = isFrameOnly ? 1 : 2
  const width = columns * 16 - (crop.left + crop.right) * (chroma === 1 || chroma === 2 ? 2 : 1)
  const height = rows * 16 * heightFactor - (crop.top + crop.bottom) * (chroma === 1 ? 2 : 1) * heightFactor
  const isSane = width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE
  return isSane ? { width, height } : null
}

function readChroma(reader: BitReader): number {
  const chroma = reader.unsigned()
  if (chroma === 3) reader.bits(1)
  reader.unsigned()
  reader.unsigned()
  reader.bits(1)
  if (reader.bits(1) === 1) {
    for (let list = 0; list < (chroma === 3 ? 12 : 8); list++) {
      if (reader.bits(1) === 1) skipScalingList(reader, list < 6 ? 16 : 64)
    }
  }
  return chroma
}

function skipScalingList(reader: BitReader, size: number): void {
  let last = 8
  let next = 8
  for (let i = 0; i < size; i++) {
    if (next !== 0) next = (last + reader.signed() + 256) % 256
    last = next === 0 ? last : next
  }
}

function skipPictureOrder(reader: BitReader): void {
  reader.unsigned()
  const type = reader.unsigned()
  if (type === 0) reader.unsigned()
  if (type !== 1) return
  reader.bits(1)
  reader.signed()
  reader.signed()
  const cycle = Math.min(reader.unsigned(), 255)
  for (let i = 0; i < cycle; i++) reader.signed()
}

function readCrop(reader: BitReader): { left: number; right: number; top: number; bottom: number } {
  if (reader.bits(1) === 0) return { left: 0, right: 0, top: 0, bottom: 0 }
  const [left, right, top, bottom] = [
    reader.unsigned(),
    reader.unsigned(),
    reader.unsigned(),
    reader.unsigned(),
  ]
  return { left, right, top, bottom }
}

function withoutEmulationPrevention(bytes: Buffer): Buffer {
  const out: number[] = []
  let zeros = 0
  for (const byte of bytes) {
    const isEscape = zeros >= 2 && byte === 3
    if (!isEscape) out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Buffer.from(out)
}
