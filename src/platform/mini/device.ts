import type { Device } from '../ports/device'

// Mini-programs have no synchronous secure random source. Keys made here are told apart per user by the server,
// so a collision could only ever hit the same person's own calls.
const hex = (length: number): string =>
  Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join('')

export const device: Device = {
  now: () => Date.now(),
  randomKey: () => Date.now().toString(16).padStart(12, '0') + hex(20),
}
