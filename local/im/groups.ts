import { Group } from './group'
import { LIMITS } from './settings'

/** All groups. When there are too many, one that nobody is in makes room: it is made again on the next enter. */
export class Groups {
  readonly #groups = new Map<string, Group>()

  get(id: string): Group | undefined {
    return this.#groups.get(id)
  }

  /** Makes the group, or null when every place is taken by a group in use. */
  create(id: string, name: string, nowMs: number): Group | null {
    if (this.#groups.size >= LIMITS.groups && !this.#makeRoom()) return null
    const group = new Group(id, name, nowMs)
    this.#groups.set(id, group)
    return group
  }

  delete(id: string): void {
    this.#groups.delete(id)
  }

  of(userId: string): readonly Group[] {
    return [...this.#groups.values()].filter((group) => group.members.has(userId))
  }

  all(): Iterable<Group> {
    return this.#groups.values()
  }

  #makeRoom(): boolean {
    for (const group of this.#groups.values()) if (group.isIdle) return this.#groups.delete(group.id)
    return false
  }
}
