export interface AmfObject {
  readonly [key: string]: AmfValue
}
export type AmfValue = number | boolean | string | null | undefined | AmfObject | readonly AmfValue[]

const MARKER = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  null: 5,
  undefined: 6,
  map: 8,
  end: 9,
  array: 10,
}
const MAX_DEPTH = 8
const MAX_ENTRIES = 256

interface Decoded {
  readonly value: AmfValue
  readonly next: number
}

/** Encodes values one after another, as RTMP commands and FLV script tags carry them. */
export function encodeAmf0(...values: readonly AmfValue[]): Buffer {
  return Buffer.concat(values.map(encodeValue))
}

/** Decodes values one after another and stops at the first that is malformed; it never throws. */
export function decodeAmf0(bytes: Buffer): AmfValue[] {
  const values: AmfValue[] = []
  let at = 0
  while (at < bytes.length && values.length < MAX_ENTRIES) {
    const decoded = decodeValue(bytes, at, 0)
    if (!decoded) break
    values.push(decoded.value)
    at = decoded.next
  }
  return values
}

function encodeValue(value: AmfValue): Buffer {
  if (value === null) return Buffer.from([MARKER.null])
  if (value === undefined) return Buffer.from([MARKER.undefined])
  if (typeof value === 'boolean') return Buffer.from([MARKER.boolean, value ? 1 : 0])
  if (typeof value === 'string') return Buffer.concat([Buffer.from([MARKER.string]), encodeText(value)])
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9)
    bytes.writeDoubleBE(value, 1)
    return bytes
  }
  if (isArray(value)) {
    const head = Buffer.alloc(5)
    head[0] = MARKER.array
    head.writeUInt32BE(value.length, 1)
    return Buffer.concat([head, ...value.map(encodeValue)])
  }
  const pairs = Object.entries(value).flatMap(([key, member]) => [encodeText(key), encodeValue(member)])
  return Buffer.concat([Buffer.from([MARKER.object]), ...pairs, Buffer.from([0, 0, MARKER.end])])
}

function isArray(value: AmfObject | readonly AmfValue[]): value is readonly AmfValue[] {
  return Array.isArray(value)
}

function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 0xffff)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

function decodeValue(bytes: Buffer, at: number, depth: number): Decoded | null {
  const marker = bytes[at]
  const from = at + 1
  if (depth > MAX_DEPTH) return null
  switch (marker) {
    case MARKER.number:
      return bytes.length < from + 8 ? null : { value: bytes.readDoubleBE(from), next: from + 8 }
    case MARKER.boolean:
      return bytes.length < from + 1 ? null : { value: bytes[from] !== 0, next: from + 1 }
    case MARKER.string:
      return decodeText(bytes, from)
    case MARKER.null:
      return { value: null, next: from }
    case MARKER.undefined:
      return { value: undefined, next: from }
    case MARKER.object:
      return decodeMembers(bytes, from, depth)
    case MARKER.map:
      return bytes.length < from + 4 ? null : decodeMembers(bytes, from + 4, depth)
    case MARKER.array:
      return decodeArray(bytes, from, depth)
    default:
      return null
  }
}

function decodeText(bytes: Buffer, at: number): { value: string; next: number } | null {
  if (bytes.length < at + 2) return null
  const end = at + 2 + bytes.readUInt16BE(at)
  return end > bytes.length ? null : { value: bytes.toString('utf8', at + 2, end), next: end }
}

function decodeMembers(bytes: Buffer, from: number, depth: number): Decoded | null {
  const members = new Map<string, AmfValue>()
  let at = from
  while (members.size < MAX_ENTRIES) {
    const key = decodeText(bytes, at)
    if (!key) return null
    // fromEntries defines own properties, so a key called __proto__ is only a key
    if (key.value === '' && bytes[key.next] === MARKER.end) {
      return { value: Object.fromEntries(members), next: key.next + 1 }
    }
    const member = decodeValue(bytes, key.next, depth + 1)
    if (!member) return null
    members.set(key.value, member.value)
    at = member.next
  }
  return null
}

function decodeArray(bytes: Buffer, from: number, depth: number): Decoded | null {
  if (bytes.length < from + 4) return null
  const length = bytes.readUInt32BE(from)
  if (length > MAX_ENTRIES) return null
  const values: AmfValue[] = []
  let at = from + 4
  for (let i = 0; i < length; i++) {
    const decoded = decodeValue(bytes, at, depth + 1)
    if (!decoded) return null
    values.push(decoded.value)
    at = decoded.next
  }
  return { value: values, next: at }
}
