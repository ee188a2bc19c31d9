import type { Crossing } from '../../test/miniprogram/host/recorder'

/** What a room costs a mini-program: crossings from its logic to its view. */
export interface RoomCost {
  readonly setDataPerSecond: number
  readonly bytesPerMessage: number
  readonly largestBytes: number
  /** Crossings of pages that nobody sees. */
  readonly fromHiddenPages: number
  readonly messages: number
}

interface Watched {
  readonly crossings: readonly Crossing[]
  readonly messages: number
  readonly seconds: number
}

export function costOf({ crossings, messages, seconds }: Watched): RoomCost {
  const bytes = crossings.map((crossing) => crossing.bytes)
  const sum = bytes.reduce((total, some) => total + some, 0)
  return {
    setDataPerSecond: Number((crossings.length / seconds).toFixed(1)),
    bytesPerMessage: Math.round(sum / messages),
    largestBytes: Math.max(0, ...bytes),
    fromHiddenPages: crossings.filter(({ isHidden }) => isHidden).length,
    messages,
  }
}
