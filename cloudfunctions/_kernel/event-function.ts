import * as v from 'valibot'
import type { Reply } from '@/contracts/errors'
import { ok } from '@/domain/result'
import type { CloudFunction } from './cloud-function'
import type { Kernel } from './kernel'
import type { HostIdentity } from './ports/host-identity'
import { runOperation } from './run-operation'

const optionalText = v.optional(v.pipe(v.string(), v.maxLength(2_048)))
const eventShape = v.object({
  operation: v.string(),
  input: v.optional(v.unknown(), {}),
  token: optionalText,
  idempotencyKey: optionalText,
  correlationId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))),
})

/** What the cloud tells about a call in the environment of the process, out of the caller's reach. */
export type CloudEnvironment = Readonly<Record<string, string | undefined>>

/** Answers one event of `wx.cloud.callFunction` just as HTTP would. */
export async function runEvent(
  kernel: Kernel,
  fn: CloudFunction,
  { event, environment }: { readonly event: unknown; readonly environment: CloudEnvironment },
): Promise<Reply<unknown>> {
  const parsed = v.safeParse(eventShape, event)
  if (!parsed.success) return { ok: false, error: { code: 'invalid-request' } }
  const { correlationId = kernel.ports.ids.makeCorrelationId(), ...call } = parsed.output
  return runOperation(trustingCloud(kernel, environment), fn, { ...call, correlationId })
}

/** The cloud starts a function with this when a timer of its configuration goes off. */
export const isTimerEvent = (event: unknown): boolean => v.is(v.object({ Type: v.literal('Timer') }), event)

const CLOUD_CODE = 'cloud'

/**
 * WeChat cloud development has identified the caller already: signing in with the code `cloud` means that person.
 * The words in the environment are those its own SDK reads.
 */
function trustingCloud(kernel: Kernel, environment: CloudEnvironment): Kernel {
  const isTold = environment.WX_CONTEXT_KEYS?.split(',').includes('WX_OPENID')
  const hostUserId = isTold ? environment.WX_OPENID : undefined
  if (!hostUserId) return kernel
  const { identities } = kernel.ports
  const weapp: HostIdentity = {
    readPhone: (code) => identities.weapp.readPhone(code),
    identify: async (code) => (code === CLOUD_CODE ? ok({ hostUserId }) : identities.weapp.identify(code)),
  }
  return { ...kernel, ports: { ...kernel.ports, identities: { ...identities, weapp } } }
}
