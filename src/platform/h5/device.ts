import type { Device } from '../ports/device'

export const device: Device = {
  now: () => Date.now(),
  randomKey: () =>
    Array.from(window.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
}
