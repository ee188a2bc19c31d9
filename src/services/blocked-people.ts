import * as v from 'valibot'
import { keyValueStore } from '@/platform'

const KEY = 'blocked-people'
/** The oldest are forgotten first. */
const MOST = 200
const people = v.array(v.object({ userId: v.string(), name: v.string() }))
export type BlockedPerson = v.InferOutput<typeof people>[number]

function read(): readonly BlockedPerson[] {
  try {
    const parsed = v.safeParse(people, JSON.parse(keyValueStore.get(KEY) ?? '[]'))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}

/** Whom this person does not want to hear, in any room; kept on this device and told to nobody. */
export const blockedPeople = {
  list: read,
  add(person: BlockedPerson): void {
    const others = read().filter(({ userId }) => userId !== person.userId)
    keyValueStore.set(KEY, JSON.stringify([...others, person].slice(-MOST)))
  },
  clear(): void {
    keyValueStore.remove(KEY)
  },
}
