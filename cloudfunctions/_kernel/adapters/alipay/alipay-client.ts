import { AlipayRequestError, AlipaySdk } from 'alipay-sdk'
import * as v from 'valibot'
import { err, ok, type Result } from '@/domain/result'
import type { Clock } from '../../ports/clock'
import type { Unknown } from '../../ports/payment-gateway'
import type { ApiError } from '../wallets/api-error'
import { beijingText } from '../../beijing-time'
import { unknownOutcome } from '../wallets/unknown-outcome'
import { type AlipayOptions, REPLY_TIMEOUT_MS } from '../wallet-config'
import { withinTime } from '../wallets/within-time'
import { readPrivateKey, readPublicKey } from './alipay-keys'

export const ALIPAY_GATEWAY = 'https://openapi.alipay.com/gateway.do'

export interface AlipayClient {
  /** Calls one method of the gateway; a reply whose signature does not fit counts as unknown. */
  call(
    method: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<unknown, Unknown | ApiError>>
  /** Whether Alipay signed this notice, by its form fields. */
  isSigned(form: Readonly<Record<string, string>>): boolean
}

const head = v.object({ code: v.optional(v.string()), subCode: v.optional(v.string()) })
/** Trouble behind the gateway; that there is no bill is told in the same family, and is an answer. */
const UNDECIDED = /^(?:ACQ\.SYSTEM_ERROR|isp\.(?!bill_not_exist$)|aop\.)/

export function createAlipayClient(options: AlipayOptions, clock: Clock): AlipayClient {
  const timeout = options.timeoutMs ?? REPLY_TIMEOUT_MS
  const sdk = new AlipaySdk({
    appId: options.appId,
    privateKey: readPrivateKey(options.privateKey),
    keyType: 'PKCS8',
    alipayPublicKey: readPublicKey(options.alipayPublicKey),
    gateway: options.gateway ?? ALIPAY_GATEWAY,
    timeout,
  })
  return {
    async call(method, params) {
      try {
        // the client writes the time of this machine's zone; the gateway expects Beijing's
        const stamped = { ...params, timestamp: beijingText(clock.now()) }
        // without validateSign the client believes any reply
        const reply = await withinTime(timeout, sdk.exec(method, stamped, { validateSign: true }))
        return judge(reply)
      } catch (error) {
        const refusal = readErrorResponse(sdk, error)
        return refusal === null ? err(unknownOutcome(error)) : judge(refusal)
      }
    },

    isSigned(form) {
      // the field names the algorithm: a forger must not choose the weaker one
      return form['sign_type'] === 'RSA2' && sdk.checkNotifySignV2(form)
    },
  }
}

function judge(reply: unknown): Result<unknown, Unknown | ApiError> {
  const parsed = v.safeParse(head, reply)
  if (!parsed.success) return err(unknownOutcome(new Error('Reply is malformed')))
  const { code, subCode } = parsed.output
  // the sign-in method answers without a code when all is well
  if (code === undefined || code === '10000') return ok(reply)
  const name = subCode ?? code
  const isUndecided = code === '20000' || UNDECIDED.test(name)
  return err(isUndecided ? unknownOutcome(new Error(name)) : { code: 'api-error', name })
}

const errorResponse = v.object({
  error_response: v.object({ code: v.string(), sub_code: v.optional(v.string()) }),
  sign: v.string(),
})

/** Some refusals come under `error_response`, where the client looks for the signature in the wrong place. */
function readErrorResponse(sdk: AlipaySdk, error: unknown): { code: string; subCode: string } | null {
  if (!(error instanceof AlipayRequestError) || typeof error.responseDataRaw !== 'string') return null
  try {
    const parsed = v.safeParse(errorResponse, JSON.parse(error.responseDataRaw))
    if (!parsed.success) return null
    sdk.checkResponseSign(error.responseDataRaw, 'error_response', parsed.output.sign, '')
    const { code, sub_code } = parsed.output.error_response
    return { code, subCode: sub_code ?? code }
  } catch {
    // not JSON, or not signed by Alipay: the first error stands
    return null
  }
}
