/** Something that must never be so; the message is the first line of a failing seed's report. */
export class Violation extends Error {}

/** The simulator made the database fail: whatever comes of it is expected. */
export class PlannedFault extends Error {
  constructor(
    message: string,
    /** As a driver tells it: the kernel tells an absent database from a lost race by it. */
    readonly code: 'ECONNRESET' | '40001',
  ) {
    super(message)
  }
}

export const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)))
