/** What the live-player tells of itself every second or two; declarations know half of it. */
export interface NetStatus {
  readonly cacheMs: unknown
  readonly width: unknown
  readonly height: unknown
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

export function readNetStatus(detail: unknown): NetStatus {
  const info = fieldOf(detail, 'info')
  return {
    cacheMs: fieldOf(info, 'videoCache'),
    width: fieldOf(info, 'videoWidth'),
    height: fieldOf(info, 'videoHeight'),
  }
}

/** A message that came with a picture, which the player tells as one more change of its state. */
const MESSAGE = 2012

export const textOf = (detail: unknown): unknown =>
  fieldOf(detail, 'code') === MESSAGE ? fieldOf(detail, 'message') : undefined
