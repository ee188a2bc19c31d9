import type { AddressId, PersonId, UserId } from '@/domain/ids'
import type { Database } from '../../database/database'
import { namedStatement } from '../../database/statement'
import type { Buyer } from '../../ports/trade-store'

interface BuyerRow {
  readonly user_id: UserId
  readonly person_id: PersonId
  readonly address_id: AddressId | null
  readonly name: string
  readonly phone: string
  readonly region: string
  readonly detail: string
}

const TYPES = { users: 'text[]', addresses: 'text[]' } as const
const FIND = namedStatement<readonly BuyerRow[], keyof typeof TYPES>(
  { name: 'find-buyers', types: TYPES },
  `select coalesce(json_agg(r), '[]') from (
    select u.user_id, u.person_id, a.address_id, a.name, a.phone, a.region, a.detail
    from users u
    left join addresses a on a.user_id = u.user_id and a.address_id = any(:addresses)
    where u.user_id = any(:users)) r`,
)

/** Who buys, and where to: one look-up for a whole batch, on the shards of the people. */
export async function findBuyers(
  db: Database,
  wishes: readonly { readonly userId: UserId; readonly addressId: AddressId | null }[],
): Promise<readonly (Buyer | null)[]> {
  const users = [...new Set(wishes.map(({ userId }) => userId))]
  const addresses = [...new Set(wishes.flatMap(({ addressId }) => addressId ?? []))]
  const [rows] = await db.exchange((exchange) => exchange.finish([FIND({ users, addresses })]))
  const persons = new Map(rows.map((row) => [row.user_id, row.person_id]))
  const homes = new Map(rows.map((row) => [`${row.user_id} ${row.address_id ?? ''}`, row]))
  return wishes.map(({ userId, addressId }) => {
    const personId = persons.get(userId)
    if (!personId) return null
    const home = addressId === null ? undefined : homes.get(`${userId} ${addressId}`)
    if (!home) return { personId, deliverTo: null }
    const { name, phone, region, detail } = home
    return { personId, deliverTo: { name, phone, region, detail } }
  })
}
