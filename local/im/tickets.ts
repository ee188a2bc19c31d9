import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'

/** What a client shows with every frame after login. */
const loginTicket = v.object({
  kind: v.literal('login'),
  userId: v.string(),
  nickname: v.string(),
  avatarUrl: v.string(),
})
/** What a client shows with every poll of a group it has joined. */
const pollTicket = v.object({ kind: v.literal('poll'), groupId: v.string() })
const ticket = v.variant('kind', [loginTicket, pollTicket])

type Ticket = v.InferOutput<typeof ticket>
export type LoginTicket = v.InferOutput<typeof loginTicket>

/**
 * Signed instead of remembered: clients that stay open while the product restarts go on with theirs, as they
 * would after an outage at the vendor.
 */
export class Tickets {
  readonly #secretKey: string

  constructor(secretKey: string) {
    this.#secretKey = secretKey
  }

  issue(content: Ticket): string {
    const body = Buffer.from(JSON.stringify(content)).toString('base64url')
    return `${body}.${this.#sign(body).toString('base64url')}`
  }

  readLogin(text: string): LoginTicket | null {
    const content = this.#read(text)
    return content?.kind === 'login' ? content : null
  }

  /** The group that the poll key was given out for. */
  readPoll(text: string): string | null {
    const content = this.#read(text)
    return content?.kind === 'poll' ? content.groupId : null
  }

  #read(text: string): Ticket | null {
    const [body = '', signature = ''] = text.split('.')
    const expected = this.#sign(body)
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    const parsed = v.safeParse(ticket, JSON.parse(Buffer.from(body, 'base64url').toString()))
    return parsed.success ? parsed.output : null
  }

  #sign(body: string): Buffer {
    return createHmac('sha256', this.#secretKey).update(`ticket.${body}`).digest()
  }
}
