import * as v from 'valibot'
import { ERROR_CODES } from '@/contracts/errors'
import type { Host } from '@/contracts/schemas'
import type { UserId } from '@/domain/ids'
import { DAY } from '@/domain/time'
import { functions } from '../../cloudfunctions'
import { hmacTokenSigner } from '../../cloudfunctions/_kernel/adapters/hmac-token-signer'
import { randomIds } from '../../cloudfunctions/_kernel/adapters/random-ids'
import { systemClock } from '../../cloudfunctions/_kernel/adapters/system-clock'
import { type Application, createApplication } from '../../cloudfunctions/_kernel/application'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import type { Ports } from '../../cloudfunctions/_kernel/ports'
import { fakeIdentities } from '../builders/fake-identities'
import { fakeStreams } from '../builders/fake-streams'
import { RecordingChat } from '../builders/recording-chat'
import { RecordingMessages } from '../builders/recording-messages'
import { RecordingLog } from '../builders/recording-log'
import { RecordingShipping } from '../builders/recording-shipping'

const signer = hmacTokenSigner('a secret that only tests may know', systemClock)

export const tokenOf = (userId: UserId, host: Host): string =>
  signer.sign('session', { user: userId, host }, systemClock.now() + DAY)

/** The whole application on a database that it may share with others, with the real clock and random ids. */
export function openInstance(
  db: Database,
  wallets: Ports['wallets'],
): { readonly application: Application; readonly log: RecordingLog } {
  const log = new RecordingLog()
  const ports: Ports = {
    clock: systemClock,
    ids: randomIds,
    log,
    signer,
    chat: new RecordingChat(systemClock),
    streams: fakeStreams(systemClock),
    wallets,
    shippingReports: { 'wechat-pay': new RecordingShipping(), alipay: new RecordingShipping() },
    subscribeMessages: {
      weapp: new RecordingMessages('start-template'),
      alipay: new RecordingMessages('start-entity'),
      h5: new RecordingMessages(null),
    },
    appCodes: { weapp: null, alipay: null, h5: null },
    identities: fakeIdentities(),
    publicUrl: 'https://shop.test',
  }
  return { application: createApplication({ db, ports, functions }), log }
}

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.looseObject({}) }),
  v.object({ ok: v.literal(false), error: v.looseObject({ code: v.picklist(ERROR_CODES) }) }),
])
const orderSchema = v.object({
  order: v.looseObject({ id: v.string(), status: v.string(), total: v.number() }),
})

/** What came back: `code` is `ok` or the refusal, `order` what was told of one. */
export interface Answer {
  readonly status: number
  readonly code: string
  readonly order: v.InferOutput<typeof orderSchema>['order'] | null
}
type Fetch = (request: Request) => Promise<Response>
interface Ask {
  readonly token: string
  readonly name: string
  readonly input: unknown
  readonly key?: string
}

/** Calls one operation over HTTP. A body that is no reply of ours throws: nobody may be answered that way. */
export async function ask(fetch: Fetch, { token, name, input, key }: Ask): Promise<Answer> {
  const response = await fetch(
    new Request(`http://test/api/${name}`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    }),
  )
  const reply = v.parse(replySchema, await response.json())
  const told = reply.ok ? v.safeParse(orderSchema, reply.data) : null
  return {
    status: response.status,
    code: reply.ok ? 'ok' : reply.error.code,
    order: told?.success ? told.output.order : null,
  }
}

/** Tells of a payment as the wallet does; true when it was acknowledged. */
export async function tell(fetch: Fetch, notice: string): Promise<boolean> {
  const response = await fetch(new Request('http://test/notify/wechat-pay', { method: 'POST', body: notice }))
  if (response.status >= 500) throw new Error(`A notice was answered ${response.status}`)
  return response.status === 200
}
