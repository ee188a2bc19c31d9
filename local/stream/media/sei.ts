import { nalLengthSize } from './avc'

/** Marks our messages among those that encoders put into their own streams: "livestall-clock1". */
export const CLOCK_UUID = Buffer.from('livestall-clock1', 'ascii')

const SEI_NAL = 6
const USER_DATA_UNREGISTERED = 5
/** Access unit delimiter and parameter sets must stay ahead of a SEI message (H.264 §7.4.1.2.3). */
const AHEAD_OF_SEI = new Set([7, 8, 9])

/** Puts a clock message {t: server ms} in front of a picture's slices. */
export function withClock(data: Buffer, avcC: Buffer, serverMs: number): Buffer {
  const lengthSize = nalLengthSize(avcC)
  const at = endOfHeaders(data, lengthSize)
  const nal = clockNal(serverMs)
  const length = Buffer.alloc(lengthSize)
  length.writeUIntBE(nal.length, 0, lengthSize)
  return Buffer.concat([data.subarray(0, at), length, nal, data.subarray(at)])
}

/** Reads the server time out of a picture; null when it carries no clock message. */
export function readClock(data: Buffer, avcC: Buffer): number | null {
  const lengthSize = nalLengthSize(avcC)
  let at = 0
  while (at + lengthSize < data.length) {
    const end = at + lengthSize + data.readUIntBE(at, lengthSize)
    const text = ((data[at + lengthSize] ?? 0) & 31) === SEI_NAL && data.toString('latin1', at, end)
    const found = text && /livestall-clock1\{"t":(\d{1,16})\}/.exec(text)
    if (found) return Number(found[1])
    at = end
  }
  return null
}

function clockNal(serverMs: number): Buffer {
  const body = Buffer.concat([CLOCK_UUID, Buffer.from(JSON.stringify({ t: Math.round(serverMs) }))])
  // one length byte is enough, and printable text never needs emulation prevention bytes
  return Buffer.concat([
    Buffer.from([SEI_NAL, USER_DATA_UNREGISTERED, body.length]),
    body,
    Buffer.from([0x80]),
  ])
}

function endOfHeaders(data: Buffer, lengthSize: number): number {
  let at = 0
  while (at + lengthSize < data.length) {
    const end = at + lengthSize + data.readUIntBE(at, lengthSize)
    const type = (data[at + lengthSize] ?? 0) & 31
    if (!AHEAD_OF_SEI.has(type) || end > data.length) break
    at = end
  }
  return at
}
