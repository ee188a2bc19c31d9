/** Structured log: one event name, then facts. Never a secret, a token, an address or a phone number. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void
  /** Something a person has to look at. */
  alarm(event: string, facts?: Readonly<Record<string, unknown>>): void
  with(facts: Readonly<Record<string, unknown>>): Log
}
