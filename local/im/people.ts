import { createHash } from 'node:crypto'
import { LIMITS } from './settings'
import type { LoginTicket } from './tickets'

export interface Person {
  readonly id: string
  /** The vendor's own number for the account; part of every message's id. */
  readonly tinyId: string
  readonly nickname: string
  readonly avatarUrl: string
}

function tinyIdOf(userId: string): string {
  const number = createHash('sha256').update(userId).digest().readUIntBE(0, 5)
  return `144115${String(number).padStart(13, '0')}`
}

/** Accounts with their profiles; the ones nobody mentioned for longest are forgotten first. */
export class People {
  readonly #known = new Map<string, Person>()

  introduce(userId: string, nickname: string, avatarUrl: string): Person {
    const person = { id: userId, tinyId: tinyIdOf(userId), nickname, avatarUrl }
    this.#known.delete(userId)
    this.#known.set(userId, person)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= LIMITS.people) break
      this.#known.delete(oldest)
    }
    return person
  }

  get(userId: string): Person {
    return this.#known.get(userId) ?? this.introduce(userId, '', '')
  }

  /** The person of a ticket; after a restart the ticket is all that is known of them. */
  admit(ticket: LoginTicket): Person {
    return this.#known.get(ticket.userId) ?? this.introduce(ticket.userId, ticket.nickname, ticket.avatarUrl)
  }
}
