import type { Host } from '@/contracts/schemas'
import { isId, merchantOf, type RoomId, type UserId } from '@/domain/ids'
import type { Result } from '@/domain/result'
import type { Room } from '@/domain/room'
import { runDueJobs, type JobHandler } from '../_kernel/jobs'
import { leaveJob } from '../_kernel/leave-job'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Context, Duty } from '../_kernel/operation'
import type { NotTold } from '../_kernel/ports/subscribe-messages'

/** Told side by side; so many may stay untold when this process dies between writing and sending. */
const AT_ONCE = 10
/** After so many the job is left anew, so that an instance with little time gets on, too. */
const BATCHES = 20

interface Reserver {
  readonly userId: UserId
  readonly host: Host
  readonly hostUserId: string
}

/**
 * Tells those who reserved, and allowed a message, that the show has begun. Each is written down as told before they
 * are told: whatever dies then, nobody is told twice. Who was surely not reached is written back and tried again later,
 * for as long as the show is on.
 */
export const tellStart: JobHandler = async (context, subject) => {
  if (!isId('room', subject)) throw new Error(`No room: ${subject}`)
  const room = await loadRoom(context, subject)
  if (room?.status !== 'live') return 'done'
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const people = await claim(context, room.id)
    if (people.length === 0) return 'done'
    const told = await Promise.all(people.map((person) => tell(context, room, person)))
    // one silent host would be asked again and again by everybody who waits for it
    if (told.includes('not-now')) return 'again'
  }
  const { merchantId, id } = room
  await leaveJob(context, { merchantId, kind: 'tell-start', subject: id, dueAt: context.clock.now() })
  return 'again'
}

/** In a lane of its own: thousands of messages hold up no refund, and no wallet holds them up. */
export const tellStarts: Duty = (context) => runDueJobs(context, { 'tell-start': tellStart })

async function claim({ db, clock }: Context, roomId: RoomId): Promise<readonly Reserver[]> {
  const claimed = await db
    .with('due', (query) =>
      query
        .selectFrom('reservations')
        .select(['merchant_id', 'room_id', 'user_id'])
        .where('merchant_id', '=', merchantOf(roomId))
        .where('room_id', '=', roomId)
        .where('told_at', 'is', null)
        .where('permissions', '>', 0)
        .orderBy('reserved_at')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('reservations')
    .from('due')
    .whereRef('reservations.merchant_id', '=', 'due.merchant_id')
    .whereRef('reservations.room_id', '=', 'due.room_id')
    .whereRef('reservations.user_id', '=', 'due.user_id')
    .set((row) => ({ told_at: clock.now(), permissions: row('reservations.permissions', '-', 1) }))
    .returning('reservations.user_id')
    .execute()
  if (claimed.length === 0) return []
  // people live on shards of their own
  return db
    .selectFrom('users')
    .select(['user_id as userId', 'host', 'host_user_id as hostUserId'])
    .where(
      'user_id',
      'in',
      claimed.map((row) => row.user_id),
    )
    .execute()
}

async function tell(context: Context, room: Room, person: Reserver): Promise<NotTold['code'] | 'told'> {
  const { hostUserId } = person
  const { title, merchantName: shopName } = room
  const outcome = await askHost(context, person, {
    to: { hostUserId },
    roomId: room.id,
    title,
    shopName,
    startedAt: context.clock.now(),
  })
  if (outcome.ok) return 'told'
  const { code, cause } = outcome.error
  context.log.warn('start-not-told', { roomId: room.id, userId: person.userId, code, cause })
  if (code === 'not-now') await giveBack(context, room.id, { userId: person.userId, isAllowed: true })
  if (code === 'refused') await giveBack(context, room.id, { userId: person.userId, isAllowed: false })
  return code
}

type Notice = Parameters<Context['subscribeMessages'][Host]['tellStart']>[0]
async function askHost(
  { subscribeMessages }: Context,
  { host }: Reserver,
  notice: Notice,
): Promise<Result<void, NotTold>> {
  try {
    return await subscribeMessages[host].tellStart(notice)
  } catch (cause) {
    return { ok: false, error: { code: 'unknown', cause } }
  }
}

/** Nobody was told: the permission is there as before, or there was none. */
async function giveBack({ db }: Context, roomId: RoomId, { userId, isAllowed }: Untold): Promise<void> {
  await db
    .updateTable('reservations')
    .set((row) => ({ told_at: null, permissions: isAllowed ? row('permissions', '+', 1) : 0 }))
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .execute()
}

interface Untold {
  readonly userId: UserId
  readonly isAllowed: boolean
}
