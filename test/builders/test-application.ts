import * as v from 'valibot'
import type { FunctionName, OperationName, Output } from '@/contracts'
import type { Host } from '@/contracts/schemas'
import { ERROR_CODES, type Reply } from '@/contracts/errors'
import type { UserId } from '@/domain/ids'
import { DAY } from '@/domain/time'
import { hmacTokenSigner } from '../../cloudfunctions/_kernel/adapters/hmac-token-signer'
import { type Application, createApplication } from '../../cloudfunctions/_kernel/application'
import type { CloudFunction } from '../../cloudfunctions/_kernel/cloud-function'
import type { Database } from '../../cloudfunctions/_kernel/database/database'
import type { AppCodes } from '../../cloudfunctions/_kernel/ports/app-codes'
import type { Ports } from '../../cloudfunctions/_kernel/ports'
import { openTrade, Relays } from '../../cloudfunctions/_kernel/trade/open-trade'
import type { Trade } from '../../cloudfunctions/_kernel/trade/trade'
import { FakeClock } from './fake-clock'
import { fakeIdentities } from './fake-identities'
import { fakeStreams } from './fake-streams'
import { FakeWallet } from './fake-wallet'
import { RecordingChat } from './recording-chat'
import { RecordingLog } from './recording-log'
import { RecordingMessages } from './recording-messages'
import { RecordingShipping } from './recording-shipping'
import { seededIds } from './seeded-ids'
import { emptyDatabase, testDatabase } from './test-database'

export interface Actor {
  readonly userId: UserId
  readonly host: Host
  readonly token: string
}
/** Everything a backend test holds in its hands: the real application over doubles of the world outside. */
export class TestApplication {
  readonly clock = new FakeClock()
  readonly ids = seededIds()
  readonly log = new RecordingLog()
  readonly chat = new RecordingChat(this.clock)
  readonly wallets = {
    'wechat-pay': new FakeWallet('wechat-pay', this.clock),
    alipay: new FakeWallet('alipay', this.clock),
  }
  readonly shippingReports = { 'wechat-pay': new RecordingShipping(), alipay: new RecordingShipping() }
  readonly subscribeMessages = {
    weapp: new RecordingMessages('start-template'),
    alipay: new RecordingMessages('start-entity'),
    h5: new RecordingMessages(null),
  }
  /** What each host's drawing of a code comes to; null: it draws none. */
  readonly appCodes: Record<Host, AppCodes | null> = { weapp: null, alipay: null, h5: null }
  readonly signer = hmacTokenSigner('a secret that only tests may know', this.clock)
  readonly ports: Ports
  readonly application: Application
  /** A second order book on the same database, as another process has. */
  readonly trade: Trade
  #keys = 0

  constructor(
    readonly db: Database,
    functions: readonly CloudFunction[],
  ) {
    const { clock, ids, log, chat, wallets, shippingReports, subscribeMessages, appCodes, signer } = this
    const outside = {
      streams: fakeStreams(clock),
      identities: fakeIdentities(),
      publicUrl: 'https://shop.test',
    }
    this.ports = {
      clock,
      ids,
      log,
      chat,
      wallets,
      shippingReports,
      subscribeMessages,
      appCodes,
      signer,
      ...outside,
    }
    this.trade = openTrade(db, this.ports, new Relays())
    this.application = createApplication({
      db,
      ports: this.ports,
      functions,
      corsOrigins: ['https://h5.test'],
      checksReplies: true,
    })
  }

  /** A person with a session, written straight into the database. */
  async someone(host: Host = 'weapp', nickname = '小满'): Promise<Actor> {
    const userId = this.ids.make('user')
    await this.db
      .insertInto('users')
      .values({
        user_id: userId,
        host,
        host_user_id: `${host}-${userId}`,
        nickname,
        avatar_url: '',
        created_at: this.clock.now(),
        person_id: this.ids.make('person'),
      })
      .execute()
    const token = this.signer.sign('session', { user: userId, host }, this.clock.now() + 60 * DAY)
    return { userId, host, token }
  }

  /** Calls operations over HTTP as `actor`, or as nobody. */
  as(actor: Actor | null): Caller {
    return new Caller(this, actor)
  }

  /** Resolves when the notices of what it did have gone out, too. */
  async post(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const request = new Request(`http://test${path}`, { method: 'POST', body, headers })
    const response = await this.application.fetch(request)
    await this.application.idle()
    return response
  }

  get(path: string): Promise<Response> {
    return this.application.fetch(new Request(`http://test${path}`))
  }

  tick(): Promise<void> {
    return this.application.tick()
  }

  freshKey(): string {
    this.#keys += 1
    return `test-key-${this.#keys}`
  }

  async reset(): Promise<void> {
    await emptyDatabase(this.db)
    const parts = [this.clock, this.log, this.chat]
    const desks = [...Object.values(this.wallets), ...Object.values(this.shippingReports)]
    for (const part of [...parts, ...desks, ...Object.values(this.subscribeMessages)]) part.reset()
  }
}

interface Call {
  readonly name: string
  readonly input: unknown
  readonly key: string | undefined
}

class Caller {
  constructor(
    private readonly test: TestApplication,
    private readonly actor: Actor | null,
  ) {}

  /** With a fresh idempotency key unless one is given. */
  async call<F extends FunctionName, O extends OperationName<F>>(
    name: `${F}/${O}`,
    input: unknown = {},
    key?: string,
  ): Promise<Reply<Output<F, O>>> {
    return (await this.#send({ name, input, key })) as Reply<Output<F, O>>
  }

  /** Calls an operation that the test needs to succeed. */
  async ask<F extends FunctionName, O extends OperationName<F>>(
    name: `${F}/${O}`,
    input: unknown = {},
    key?: string,
  ): Promise<Output<F, O>> {
    const reply = await this.call<F, O>(name, input, key)
    if (!reply.ok) throw new Error(`${name} answered ${JSON.stringify(reply.error)}`)
    return reply.data
  }

  /** The code that a call is refused with, and the field it is about; `ok` when it is not refused. */
  async refusal(name: string, input: unknown = {}, key?: string): Promise<string> {
    const reply = await this.#send({ name, input, key })
    return reply.ok ? 'ok' : [reply.error.code, reply.error.field].filter(Boolean).join(' ')
  }

  async #send({ name, input, key }: Call): Promise<Reply<unknown>> {
    const response = await this.test.post(`/api/${name}`, JSON.stringify(input), {
      ...(this.actor && { authorization: `Bearer ${this.actor.token}` }),
      'idempotency-key': key ?? this.test.freshKey(),
    })
    return v.parse(replySchema, await response.json())
  }
}

/** The application itself checks its data against the contract here. */
const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.picklist(ERROR_CODES),
      field: v.optional(v.string()),
      left: v.optional(v.number()),
      correlationId: v.optional(v.string()),
    }),
  }),
])

const SLOW_START_MS = 60_000

/** One application for a test file, emptied before each test. An alarm that the test does not take fails it. */
export function setUpApplication(functions: readonly CloudFunction[]): () => TestApplication {
  let test: TestApplication | undefined
  beforeAll(async () => {
    test = new TestApplication(await testDatabase(), functions)
  }, SLOW_START_MS)
  beforeEach(() => test?.reset())
  afterEach(() => {
    expect(test?.log.takeAlarms()).toEqual([])
  })
  afterAll(() => test?.db.destroy())
  return () => {
    if (!test) throw new Error('The test application is made before the first test')
    return test
  }
}
