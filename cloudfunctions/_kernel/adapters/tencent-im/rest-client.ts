import * as v from 'valibot'
import type { Clock } from '../../ports/clock'
import { signUserSig } from './user-sig'

export interface TencentImAccount {
  readonly sdkAppId: number
  readonly secretKey: string
  /** The account that may use the REST API. */
  readonly adminId: string
  /** https://console.tim.qq.com, or another site's address, or the stand-in's. */
  readonly restUrl: string
}
export interface RestPorts {
  readonly fetch: typeof fetch
  readonly clock: Clock
  /** A number from 0 up to 1. */
  readonly random: () => number
}

/** The vendor answered, and refused. */
export class TencentImError extends Error {
  constructor(
    command: string,
    readonly code: number,
    info: string,
  ) {
    super(`Tencent IM refused ${command}: ${code} ${info}`)
  }
}

const ANSWER_WITHIN_MS = 3_000
const ADMIN_SIG_SECONDS = 10 * 60

// HTTP is always 200: the outcome is in the body
const reply = v.object({ ErrorCode: v.number(), ErrorInfo: v.optional(v.string(), '') })

export type RestClient = (command: string, body: object) => Promise<void>

/** Calls `/v4/<service>/<command>`; throws what went wrong, with its cause. */
export function restClient(account: TencentImAccount, ports: RestPorts): RestClient {
  const ask = async (command: string, body: object): Promise<v.InferOutput<typeof reply>> => {
    try {
      const response = await ports.fetch(address(account, ports, command), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
      return v.parse(reply, await response.json())
    } catch (cause) {
      throw new Error(`Tencent IM did not answer ${command}`, { cause })
    }
  }
  return async (command, body) => {
    const { ErrorCode: code, ErrorInfo: info } = await ask(command, body)
    if (code !== 0) throw new TencentImError(command, code, info)
  }
}

function address(account: TencentImAccount, ports: RestPorts, command: string): string {
  const { sdkAppId, secretKey, adminId } = account
  const userSig = signUserSig({
    sdkAppId,
    secretKey,
    userId: adminId,
    issuedAtSeconds: Math.floor(ports.clock.now() / 1000),
    validSeconds: ADMIN_SIG_SECONDS,
  })
  const query = new URLSearchParams({
    sdkappid: String(sdkAppId),
    identifier: adminId,
    usersig: userSig,
    random: String(Math.floor(ports.random() * 2 ** 32)),
    contenttype: 'json',
  })
  return `${account.restUrl}/v4/${command}?${query.toString()}`
}
