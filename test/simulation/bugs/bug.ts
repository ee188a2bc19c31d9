import type { Core } from '../engine/core'

/** A mistake that people make in order systems, planted into the real core. */
export interface Bug {
  readonly name: string
  readonly plant: (core: Core) => Core
}
