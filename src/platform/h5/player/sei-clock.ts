/** Name of our messages among those that encoders put into their own streams. */
const CLOCK_NAME = 'livestall-clock1'

export interface SeiClock {
  /** Add to media time (ms) to get server time. */
  readonly offsetMs: number
}

/** Reads a clock message as the FLV engine gives it: 16 bytes of name, then `{"t": server ms}`. */
export function readSeiClock(message: unknown): SeiClock | null {
  if (!isSei(message) || text(message.uuid) !== CLOCK_NAME) return null
  const found = /^\{"t":(\d{1,16})\}/.exec(text(message.user_data))
  // the engine's pts is media time already: subtracting a base of our own once gave an error of 320 ms
  return found ? { offsetMs: Number(found[1]) - message.pts } : null
}

/**
 * Where there is only sound, one message before it tells the server time of its first frame, which is where media time
 * begins.
 */
export function readScriptClock(message: unknown): number | null {
  const clock = fieldOf(message, 'onClock')
  const time = fieldOf(clock, 't')
  return typeof time === 'number' && Number.isFinite(time) ? time : null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

interface Sei {
  readonly uuid: Uint8Array
  readonly user_data: Uint8Array
  readonly pts: number
}

function isSei(message: unknown): message is Sei {
  if (typeof message !== 'object' || message === null) return false
  if (!('uuid' in message && 'user_data' in message && 'pts' in message)) return false
  return isBytes(message.uuid) && isBytes(message.user_data) && typeof message.pts === 'number'
}

function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64))
}
