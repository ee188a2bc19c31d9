import { BitReader } from './bit-reader'
import type { AudioConfig } from './frame'

const SAMPLE_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350]
/** esds descriptors carry one-byte lengths here, and no AAC encoder writes more than a few bytes. */
const MAX_CONFIG_BYTES = 64

/** Reads an MPEG-4 AudioSpecificConfig; null when it is not one that a browser could play. */
export function readAacConfig(asc: Buffer): AudioConfig | null {
  if (asc.length < 2 || asc.length > MAX_CONFIG_BYTES) return null
  const reader = new BitReader(asc)
  const objectType = reader.bits(5)
  const rateIndex = reader.bits(4)
  const sampleRate = rateIndex === 15 ? reader.bits(24) : SAMPLE_RATES[rateIndex]
  const channels = reader.bits(4)
  if (reader.isOverrun || objectType === 0 || objectType === 31) return null
  if (!sampleRate || sampleRate > 96000 || channels < 1 || channels > 7) return null
  return { asc, sampleRate, channels }
}
