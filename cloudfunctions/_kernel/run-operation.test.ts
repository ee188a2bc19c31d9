import { DAY } from '@/domain/time'
import * as v from 'valibot'
import { contract, operation } from '@/contracts/contract'
import { idOf } from '@/contracts/schemas'
import { err, ok } from '@/domain/result'
import { givenMerchant, givenProduct, givenRoom } from '../../test/builders/given'
import { setUpApplication } from '../../test/builders/test-application'
import { cloudFunction } from './cloud-function'

const input = v.object({ text: v.pipe(v.string(), v.minLength(1)) })
const output = v.object({ text: v.string() })
const probes = contract('probes', {
  echo: operation({ caller: 'anyone', effect: 'read', input, output, errors: [] }),
  whoami: operation({ caller: 'viewer', effect: 'read', input: v.object({}), output, errors: [] }),
  manage: operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({ roomId: v.optional(idOf('room')), productId: v.optional(idOf('product')) }),
    output: v.object({}),
    errors: [],
  }),
  sell: operation({ caller: 'viewer', effect: 'once', input, output, errors: ['sold-out'] }),
  deadlock: operation({ caller: 'anyone', effect: 'safe', input: v.object({}), output, errors: [] }),
})

let sales = 0
const conflict = () => Object.assign(new Error('deadlock detected'), { code: '40P01' })
const probe = cloudFunction(probes, {
  echo: async (_context, { text }) => {
    if (text === 'throw') throw new Error('a defect')
    if (text === 'lie') return err({ code: 'order-paid' })
    if (text === 'number') return ok({ text: 7 as unknown as string })
    return ok({ text })
  },
  whoami: async ({ viewer }) => ok({ text: viewer.host }),
  manage: async () => ok({}),
  sell: async (context, { text }) => {
    sales += 1
    context.afterCommit(async () => {
      if (text === 'careless') throw new Error('after the commit')
    })
    await context.db
      .insertInto('merchants')
      .values({ merchant_id: context.ids.make('merchant'), name: text, logo_url: '', created_at: 0 })
      .execute()
    if (text === 'throw') throw new Error('a defect')
    return text === 'gone' ? err({ code: 'sold-out' }) : ok({ text: `sale ${sales}` })
  },
  deadlock: async () => {
    throw conflict()
  },
})

const test = setUpApplication([probe])
beforeEach(() => {
  sales = 0
})
const shops = async () =>
  (await test().db.selectFrom('merchants').select('name').execute()).map((row) => row.name)

describe('input', () => {
  it('names the field that is wrong', async () => {
    expect(await test().as(null).refusal('probes/echo', { text: '' })).toBe('invalid-request text')
    expect(await test().as(null).refusal('probes/echo', { text: 5 })).toBe('invalid-request text')
    expect(await test().as(null).refusal('probes/echo', [])).toBe('invalid-request text')
    expect(await test().as(null).refusal('probes/echo', null)).toBe('invalid-request text')
  })

  it('names the field that no database could keep', async () => {
    const refusalOf = (input: unknown) => test().as(null).refusal('probes/echo', input)
    expect(await refusalOf({ text: 'a\u0000b' })).toBe('invalid-request text')
    expect(await refusalOf({ text: 'ok', other: [{ note: '\ud83d' }] })).toBe('invalid-request other.0.note')
    expect(await refusalOf('\u0000')).toBe('invalid-request')
  })

  it('knows its operations, and no inherited name', async () => {
    expect(await test().as(null).refusal('probes/nothing')).toBe('not-found')
    expect(await test().as(null).refusal('probes/constructor')).toBe('not-found')
  })
})

describe('who calls', () => {
  it('takes the viewer from the session', async () => {
    const viewer = await test().someone('alipay')
    const reply = await test().post('/api/probes/whoami', '{}', { authorization: `Bearer ${viewer.token}` })
    expect(await reply.json()).toEqual({ ok: true, data: { text: 'alipay' } })
  })

  it('refuses a missing, a forged and an expired session', async () => {
    const viewer = await test().someone()
    const sharer = test().signer.sign(
      'sharer',
      { user: viewer.userId, host: 'weapp' },
      Number.MAX_SAFE_INTEGER,
    )
    const strange = test().signer.sign('session', { user: 'somebody' }, Number.MAX_SAFE_INTEGER)
    expect(await test().as(null).refusal('probes/whoami')).toBe('unauthenticated')
    for (const token of ['x', `${viewer.token}x`, sharer, strange])
      expect(
        await test()
          .as({ ...viewer, token })
          .refusal('probes/whoami'),
      ).toBe('unauthenticated')
    test().clock.advance(61 * DAY)
    expect(await test().as(viewer).refusal('probes/whoami')).toBe('session-expired')
  })

  it('lets only members of the merchant manage, and only one merchant at a time', async () => {
    const [member, stranger] = [await test().someone(), await test().someone()]
    const mine = await givenMerchant(test(), member)
    const other = await givenMerchant(test(), stranger)
    const roomId = await givenRoom(test(), mine)
    const productId = await givenProduct(test(), other)
    expect(await test().as(member).refusal('probes/manage', { roomId })).toBe('ok')
    expect(await test().as(stranger).refusal('probes/manage', { roomId })).toBe('forbidden')
    expect(await test().as(member).refusal('probes/manage', { roomId, productId })).toBe('forbidden')
    expect(await test().as(member).refusal('probes/manage')).toBe('forbidden')
  })
})

describe('once', () => {
  it('answers the same key and content as the first time', async () => {
    const viewer = await test().someone()
    const first = await test().as(viewer).refusal('probes/sell', { text: 'pear' }, 'key-number-1')
    const again = await test().post('/api/probes/sell', '{"text":"pear"}', {
      authorization: `Bearer ${viewer.token}`,
      'idempotency-key': 'key-number-1',
    })
    expect(first).toBe('ok')
    expect(await again.json()).toEqual({ ok: true, data: { text: 'sale 1' } })
    expect(await shops()).toEqual(['pear'])
  })

  it('keeps the keys of two people apart', async () => {
    for (const viewer of [await test().someone(), await test().someone()])
      expect(await test().as(viewer).refusal('probes/sell', { text: 'pear' }, 'key-number-1')).toBe('ok')
    expect(sales).toBe(2)
  })

  it('refuses the same key with other content', async () => {
    const viewer = await test().someone()
    await test().as(viewer).refusal('probes/sell', { text: 'pear' }, 'key-number-1')
    expect(await test().as(viewer).refusal('probes/sell', { text: 'plum' }, 'key-number-1')).toBe(
      'idempotency-conflict',
    )
  })

  it('needs a key of a sound shape', async () => {
    const viewer = await test().someone()
    const without = await test().post('/api/probes/sell', '{"text":"pear"}', {
      authorization: `Bearer ${viewer.token}`,
    })
    expect(await without.json()).toMatchObject({ error: { code: 'idempotency-key-missing' } })
    expect(await test().as(viewer).refusal('probes/sell', { text: 'pear' }, 'short')).toBe(
      'invalid-request idempotencyKey',
    )
  })

  it('rolls back and forgets what it refused, so that the key may try again', async () => {
    const viewer = await test().someone()
    expect(await test().as(viewer).refusal('probes/sell', { text: 'gone' }, 'key-number-1')).toBe('sold-out')
    expect(await shops()).toEqual([])
    expect(await test().as(viewer).refusal('probes/sell', { text: 'gone' }, 'key-number-1')).toBe('sold-out')
    expect(sales).toBe(2)
  })

  it('rolls back what a defect left half done', async () => {
    const viewer = await test().someone()
    expect(await test().as(viewer).refusal('probes/sell', { text: 'throw' }, 'key-number-1')).toBe('internal')
    expect(await shops()).toEqual([])
    expect(await test().db.selectFrom('idempotency').select('key').execute()).toEqual([])
    expect(test().log.takeAlarms()).toEqual(['operation-failed'])
  })

  it('gives callers who race with one key the same answer', async () => {
    const viewer = await test().someone()
    const replies = await Promise.all(
      Array.from({ length: 16 }, () =>
        test().as(viewer).refusal('probes/sell', { text: 'pear' }, 'key-number-1'),
      ),
    )
    expect(new Set(replies)).toEqual(new Set(['ok']))
    expect(sales).toBe(1)
  })

  it('keeps its answer when an effect after the commit fails', async () => {
    const viewer = await test().someone()
    expect(await test().as(viewer).refusal('probes/sell', { text: 'careless' })).toBe('ok')
    expect(test().log.lines).toMatchObject([{ level: 'warn', event: 'after-commit-failed' }])
  })

  it('forgets its answers after a week', async () => {
    const viewer = await test().someone()
    await test().as(viewer).refusal('probes/sell', { text: 'pear' })
    test().clock.advance(8 * 86_400_000)
    await test().tick()
    expect(await test().db.selectFrom('idempotency').select('key').execute()).toEqual([])
  })
})

describe('defects', () => {
  it('tells the caller a correlation id and the log the cause', async () => {
    const reply = await test().post('/api/probes/echo', '{"text":"throw"}', {
      'x-correlation-id': 'call-4711',
    })
    expect(reply.status).toBe(500)
    expect(await reply.json()).toEqual({ ok: false, error: { code: 'internal', correlationId: 'call-4711' } })
    const [line] = test().log.lines
    expect(line?.facts).toMatchObject({ correlationId: 'call-4711', operation: 'probes/echo' })
    expect(test().log.takeAlarms()).toEqual(['operation-failed'])
  })

  it('notices replies that are not in the contract', async () => {
    for (const text of ['lie', 'number'])
      expect(await test().as(null).refusal('probes/echo', { text })).toBe('internal')
    expect(test().log.takeAlarms()).toEqual(['operation-failed', 'operation-failed'])
  })

  it('is busy, not broken, when the database keeps giving up for others', async () => {
    expect(await test().as(null).refusal('probes/deadlock')).toBe('busy')
  })
})
