import type { Context } from './operation'

export interface WebRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As it came in: signatures cover these very bytes. */
  readonly body: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}
export interface WebReply {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** A web address that is not an operation. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** May hold `:names`, optional with a question mark, as in `/notify/stream/:token?`. */
  readonly path: string
  handle(context: Context, request: WebRequest): Promise<WebReply>
}
