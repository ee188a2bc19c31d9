import { type Core, REAL_CORE } from '../engine/core'
import { FAULTY_DECISIONS } from './faulty-decisions'
import { FAULTY_FLOWS } from './faulty-flows'
import { FAULTY_STORES } from './faulty-stores'

const BUGS = [...FAULTY_STORES, ...FAULTY_DECISIONS, ...FAULTY_FLOWS]

export const bugNames: readonly string[] = BUGS.map(({ name }) => name)

/** The real core, or the real core with one mistake in it. */
export function coreWith(bugName: string | null): Core {
  if (bugName === null) return REAL_CORE
  const bug = BUGS.find(({ name }) => name === bugName)
  if (!bug) throw new Error(`No bug is called ${bugName}; there are ${bugNames.join(', ')}`)
  return bug.plant(REAL_CORE)
}
