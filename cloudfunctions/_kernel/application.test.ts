import { contract } from '@/contracts/contract'
import { givenMerchant } from '../../test/builders/given'
import { leaveJob as leave } from '../../test/builders/leave-job'
import { setUpApplication } from '../../test/builders/test-application'
import { chat } from '../chat'
import { cloudFunction } from './cloud-function'
import type { JobHandler } from './jobs'

let refund: JobHandler = async () => 'done'
const worker = cloudFunction(
  contract('worker', {}),
  {},
  { jobs: { 'send-refund': (context, subject) => refund(context, subject) } },
)
const test = setUpApplication([chat, worker])
const leaveJob = async () => {
  const merchantId = await givenMerchant(test())
  const subject = test().ids.make('refund', merchantId)
  await leave(test(), { kind: 'send-refund', subject, dueAt: test().clock.now() })
  return subject
}

describe('events', () => {
  it('are answered just as HTTP answers', async () => {
    const viewer = await test().someone()
    const input = { roomId: test().ids.make('room', test().ids.make('merchant')) }
    const correlationId = 'call-4711'
    const http = await test().post('/api/chat/credentials', JSON.stringify(input), {
      authorization: `Bearer ${viewer.token}`,
      'x-correlation-id': correlationId,
    })
    const event = { operation: 'credentials', input, token: viewer.token, correlationId }
    expect(await test().application.invoke('chat', event)).toEqual(await http.json())
  })

  it('get a correlation id when they bring none', async () => {
    expect(await test().application.invoke('chat', { operation: 'credentials' })).toEqual({
      ok: false,
      error: {
        code: 'invalid-request',
        field: 'roomId',
        correlationId: expect.stringMatching(/^test-call-/),
      },
    })
  })

  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ operation: 1 }],
    [{ operation: 'x', token: 'x'.repeat(2_049) }],
  ])('are refused when they are %j', async (event) => {
    expect(await test().application.invoke('chat', event)).toEqual({
      ok: false,
      error: { code: 'invalid-request' },
    })
  })

  it('find only functions that are there', async () => {
    expect(await test().application.invoke('toString', { operation: 'x' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('of a timer do what is due', async () => {
    const subject = await leaveJob()
    const done: string[] = []
    refund = async (_context, job) => {
      done.push(job)
      return 'done'
    }
    expect(await test().application.invoke('chat', { Type: 'Timer', TriggerName: 'tick' })).toEqual({
      ok: true,
      data: {},
    })
    expect(done).toEqual([subject])
  })
})

describe('the tick', () => {
  it('goes on with the rest while one duty hangs, and does not begin that one again', async () => {
    await leaveJob()
    let finish: (outcome: 'done') => void = () => undefined
    let runs = 0
    refund = () => {
      runs += 1
      return new Promise((resolve) => {
        finish = resolve
      })
    }
    const hanging = test().tick()
    await until(() => runs === 1)
    test().clock.advance(60_000)
    await test().tick()
    expect(runs).toBe(1)
    finish('done')
    await hanging
  })

  it('alarms about a duty that fails, and does the others', async () => {
    await leaveJob()
    await test().db.schema.alterTable('presence').renameTo('presence_gone').execute()
    let runs = 0
    refund = async () => {
      runs += 1
      return 'done'
    }
    await test().tick()
    await test().db.schema.alterTable('presence_gone').renameTo('presence').execute()
    expect(runs).toBe(1)
    expect(test().log.takeAlarms()).toEqual(['duty-failed'])
  })
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate)
}
