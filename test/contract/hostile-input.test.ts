import fc from 'fast-check'
import * as v from 'valibot'
import { contracts } from '@/contracts'
import type { Operation } from '@/contracts/contract'
import { COMMON_ERRORS } from '@/contracts/errors'
import { functions } from '../../cloudfunctions'
import { HTTP_STATUS } from '../../cloudfunctions/_kernel/http/http-status'
import { type Actor, TestApplication } from '../builders/test-application'
import { testDatabase } from '../builders/test-database'
import { hostileInputs } from './hostile/hostile-inputs'
import { OPERATIONS } from './hostile/operations'
import { givenShopWorld, type ShopWorld } from './hostile/shop-world'
import { WriteWatch } from './hostile/writes'

/** Inputs for each operation: some in every run, as many as asked in the run that is reported. */
const INPUTS = Number(process.env.LIVESTALL_HOSTILE ?? 60)
const SEED = Number(process.env.LIVESTALL_SEED ?? 1)
const LONG_MS = 600_000
const CASES = Object.entries(OPERATIONS).map(([path, row]) => {
  const [name = '', operation = ''] = path.split('/')
  const spec = Object.entries<{ readonly operations: Readonly<Record<string, Operation>> }>(contracts).find(
    ([one]) => one === name,
  )?.[1].operations[operation]
  if (!spec) throw new Error(`${path} is no operation`)
  return { path, row, spec }
})

let test: TestApplication
const unhandled: unknown[] = []
const remember = (cause: unknown) => unhandled.push(cause)
beforeAll(async () => {
  process.on('unhandledRejection', remember)
  test = new TestApplication(await testDatabase(), functions)
}, LONG_MS)
afterAll(async () => {
  process.off('unhandledRejection', remember)
  await test.db.destroy()
})
beforeEach(() => test.reset())

const replies = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), data: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.object({ code: v.string(), field: v.optional(v.string()) }),
  }),
])

interface Sent {
  readonly actor: Actor
  readonly text: string
  readonly key: string
}
type Case = (typeof CASES)[number]

/** The code of the answer, or what is wrong with it. */
async function answerTo({ path, spec }: Case, { actor, text, key }: Sent): Promise<string> {
  const headers = { authorization: `Bearer ${actor.token}`, 'idempotency-key': key }
  const response = await test.post(`/api/${path}`, text, headers)
  const alarms = test.log.lines.filter(({ level }) => level === 'alarm')
  test.log.reset()
  if (alarms.length > 0)
    return `WRONG: ${alarms.map(({ event, facts }) => `${event} ${String(facts.cause)}`).join()}`
  const parsed = v.safeParse(replies, await response.json())
  if (!parsed.success) return `WRONG: ${response.status} with no reply`
  if (parsed.output.ok) return response.status === 200 ? 'ok' : `WRONG: ok with ${response.status}`
  const { code } = parsed.output.error
  const known = [...COMMON_ERRORS, ...spec.errors].find((one) => one === code)
  const isSound = known && known !== 'internal' && HTTP_STATUS[known] === response.status
  return isSound ? code : `WRONG: ${code} with ${response.status}`
}

/** The names that the contract gives to what it takes, also those that an input may go without. */
const fieldsOf = ({ spec }: Case): readonly string[] =>
  'entries' in spec.input && typeof spec.input.entries === 'object' && spec.input.entries !== null
    ? Object.keys(spec.input.entries)
    : []

const callersOf = ({ spec }: Case, { host, buyer }: ShopWorld): readonly [Actor, Actor] =>
  spec.caller === 'merchant' ? [host, buyer] : [buyer, host]

it.each(CASES.map((one) => [one.path, one] as const))(
  '%s answers whatever it is sent with a code, and what it refuses changes nothing',
  async (_path, one) => {
    const world = await givenShopWorld(test)
    const [rightful, other] = callersOf(one, world)
    const watch = new WriteWatch(test.db)
    const wrong: string[] = []
    const good = { input: one.row.input(world), fields: fieldsOf(one) }
    const texts = fc.sample(hostileInputs(good), { seed: SEED, numRuns: INPUTS })
    await watch.hasWritten()
    for (const [index, text] of texts.entries()) {
      const actor = index % 5 === 4 ? other : rightful
      const key = index % 7 === 6 ? 'one-key-for-many' : test.freshKey()
      const answer = await answerTo(one, { actor, text, key })
      const hasWritten = await watch.hasWritten()
      const isWrong = answer.startsWith('WRONG') || (answer !== 'ok' && hasWritten)
      if (isWrong) wrong.push(`${text.slice(0, 400)} → ${answer}${hasWritten ? ', and writes' : ''}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(unhandled.splice(0)).toEqual([])
  },
  LONG_MS,
)
