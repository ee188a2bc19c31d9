/** One call of setData, as it crosses from the logic of a mini-program to its view. */
export interface Crossing {
  readonly route: string
  /** Bytes of the JSON in UTF-8. */
  readonly bytes: number
  readonly paths: readonly string[]
  readonly isHidden: boolean
  /** ms since the page's navigation. */
  readonly at: number
}

/** What a test asks about afterwards: everything that went wrong, and everything that crossed the bridge. */
export class Recorder {
  readonly problems: string[] = []
  readonly crossings: Crossing[] = []
  readonly #encoder = new TextEncoder()

  problem(what: string, cause?: unknown): void {
    this.problems.push(cause === undefined ? what : `${what}: ${describe(cause)}`)
  }

  /** A copy of the data as it arrives on the other side, where neither functions nor `undefined` exist. */
  cross(route: string, data: Readonly<Record<string, unknown>>, isHidden: boolean): Record<string, unknown> {
    const json = JSON.stringify(data, (key, value: unknown) => {
      if (typeof value === 'function' || (value === undefined && key !== ''))
        this.problem(`setData of ${route}: ${key} is ${typeof value}, which does not cross`)
      return value
    })
    this.crossings.push({
      route,
      bytes: this.#encoder.encode(json).byteLength,
      paths: Object.keys(data),
      isHidden,
      at: performance.now(),
    })
    return JSON.parse(json) as Record<string, unknown>
  }
}

export function describe(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? cause.message
  if (typeof cause === 'object' && cause !== null && 'message' in cause) return String(cause.message)
  return typeof cause === 'string' ? cause : JSON.stringify(cause)
}
