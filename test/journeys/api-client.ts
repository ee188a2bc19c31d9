import { randomUUID } from 'node:crypto'
import type { FunctionName, OperationName, Output } from '@/contracts'
import type { Reply } from '@/contracts/errors'

interface RawReply {
  readonly status: number
  readonly body: unknown
}

async function post(
  url: string,
  input: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  })
  return { status: response.status, body: await response.json().catch(() => null) }
}

/** Somebody who calls the running product without a browser. */
export class ApiClient {
  /** Statuses of everything that was answered: none may be a 5xx. */
  readonly statuses: number[] = []

  private constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  static async as(url: string, persona: string): Promise<ApiClient> {
    const code = await post(`${url}/sandbox/identity/code`, { persona })
    return ApiClient.#signIn(url, code.body)
  }

  /** Somebody new each time, in a browser of their own. */
  static asGuest(url: string): Promise<ApiClient> {
    return ApiClient.#signIn(url, { host: 'h5', code: randomUUID() })
  }

  static async #signIn(url: string, code: unknown): Promise<ApiClient> {
    const nobody = ApiClient.nobody(url)
    const { token } = await nobody.ask<'session', 'sign-in'>('session/sign-in', code)
    return nobody.withToken(token)
  }

  static nobody(url: string): ApiClient {
    return new ApiClient(url, null)
  }

  withToken(token: string): ApiClient {
    return new ApiClient(this.url, token)
  }

  async call<F extends FunctionName, O extends OperationName<F>>(
    name: `${F}/${O}`,
    input: unknown = {},
    key: string = randomUUID(),
  ): Promise<Reply<Output<F, O>>> {
    const { status, body } = await post(`${this.url}/api/${name}`, input, {
      ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      'idempotency-key': key,
    })
    this.statuses.push(status)
    return body as Reply<Output<F, O>>
  }

  async ask<F extends FunctionName, O extends OperationName<F>>(
    name: `${F}/${O}`,
    input: unknown = {},
    key?: string,
  ): Promise<Output<F, O>> {
    const reply = await this.call<F, O>(name, input, key)
    if (!reply.ok) throw new Error(`${name} answered ${JSON.stringify(reply.error)}`)
    return reply.data
  }

  /** The code of the refusal, or `ok`. */
  async refusal(name: string, input: unknown = {}, key?: string): Promise<string> {
    const reply = await this.call(name as 'orders/get-order', input, key)
    return reply.ok ? 'ok' : reply.error.code
  }
}
