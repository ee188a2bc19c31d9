import { contracts } from '@/contracts'
import type { Operation } from '@/contracts/contract'
import { isId, type IdKind } from '@/domain/ids'
import { functions } from '../../cloudfunctions'
import { type Actor, TestApplication } from '../builders/test-application'
import { testDatabase } from '../builders/test-database'
import { fingerprint } from './hostile/fingerprint'
import { OPERATIONS, type Row } from './hostile/operations'
import { givenShopWorld, type ShopWorld, type Things } from './hostile/shop-world'

const SLOW_START_MS = 60_000
const REFUSED = /^(forbidden|[a-z]+-not-found|product-off-shelf|picture-invalid)( |$)/

interface Case {
  readonly path: string
  readonly row: Row
  readonly spec: Operation
}
const CASES: readonly Case[] = Object.entries(contracts).flatMap(([name, { operations }]) =>
  Object.entries<Operation>(operations).map(([operation, spec]) => {
    const path = `${name}/${operation}`
    const row = Object.entries(OPERATIONS).find(([known]) => known === path)?.[1]
    if (!row) throw new Error(`${path} has no row: who may call it, and with whose ids?`)
    return { path, row, spec }
  }),
)

const KINDS = Object.keys({
  merchant: 0,
  room: 0,
  product: 0,
  sku: 0,
  order: 0,
  refund: 0,
  parcel: 0,
  coupon: 0,
  claim: 0,
  flashSale: 0,
  draw: 0,
  picture: 0,
  question: 0,
  report: 0,
  address: 0,
} satisfies Record<keyof Things, 0>) as (keyof Things & IdKind)[]

/** The same input once for each id in it, with somebody else's id of that kind in its place. */
function withForeignIds(input: unknown, theirs: Things): readonly (readonly [string, unknown])[] {
  if (typeof input === 'string') {
    const kind = KINDS.find((one) => isId(one, input))
    return kind ? [['', theirs[kind]]] : []
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([field, value]) =>
    withForeignIds(value, theirs).map(([path, changed]) => {
      const copy = Array.isArray(input) ? [...(input as unknown[])] : { ...input }
      return [path === '' ? field : `${field}.${path}`, Object.assign(copy, { [field]: changed })] as const
    }),
  )
}

let test: TestApplication
let mine: ShopWorld
let theirs: ShopWorld
let before: string
// One world for all: whatever is refused leaves it as it was, and that is what each test ends with.
beforeAll(async () => {
  test = new TestApplication(await testDatabase(), functions)
  mine = await givenShopWorld(test)
  theirs = await givenShopWorld(test)
  before = await fingerprint(test.db)
}, SLOW_START_MS)
afterAll(() => test.db.destroy())

const rightful = ({ spec }: Case): Actor => (spec.caller === 'merchant' ? mine.host : mine.buyer)
const tryAs = (actor: Actor | null, { path }: Case, input: unknown) => test.as(actor).refusal(path, input)
const unchanged = async () => {
  expect(test.log.takeAlarms()).toEqual([])
  expect(await fingerprint(test.db)).toBe(before)
}

it('has a row for every operation, and no row for what is not one', () => {
  expect(CASES.map(({ path }) => path).sort()).toEqual(Object.keys(OPERATIONS).sort())
})

describe.each(CASES.map((one) => [one.path, one] as const))('%s', (_path, one) => {
  const { row, spec } = one
  const callers = spec.caller === 'anyone' ? [] : ['nobody']
  if (spec.caller === 'merchant') callers.push('a viewer', 'another shop')
  const isTheirs = (input: unknown) => withForeignIds(input, theirs.things).some(([field]) => !isOpen(field))
  const isOpen = (field: string) => row.open?.includes(field) === true

  if (callers.length > 0)
    it.each(callers)('is refused to %s', async (caller) => {
      const actor = { nobody: null, 'a viewer': mine.buyer, 'another shop': theirs.host }[caller] ?? null
      expect(await tryAs(actor, one, row.input(mine))).toBe(
        caller === 'nobody' ? 'unauthenticated' : 'forbidden',
      )
      await unchanged()
    })

  it('is refused to another buyer, and for every id that is somebody else’s', async () => {
    const input = row.input(mine)
    const outcomes: string[] = []
    if (spec.caller === 'viewer' && isTheirs(input))
      outcomes.push(`as another: ${await tryAs(theirs.buyer, one, input)}`)
    for (const [field, changed] of withForeignIds(input, theirs.things))
      if (!isOpen(field)) outcomes.push(`${field}: ${await tryAs(rightful(one), one, changed)}`)
    const taken = outcomes.filter((outcome) => !REFUSED.test(outcome.slice(outcome.indexOf(':') + 2)))
    expect(taken).toEqual(row.isSilent ? outcomes : [])
    await unchanged()
  })
})
