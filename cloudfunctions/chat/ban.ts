import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { changeCounters } from '../_kernel/live/room-pulse'
import type { Context, Implementation, Outcome } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { onRoom } from './on-room'
import { deleteMute, isStaff, type PersonInRoom, personKey } from './person-in-room'

/** The person is out at once: of the room's log by the event, of the chat at the vendor, and of the count of viewers. */
export const ban: Implementation<typeof contracts.chat>['ban'] = (context, person) =>
  inTransaction(context, async (inside) => {
    // before the room, as whoever shows a sign of life does
    const wasHere = await deletePresence(inside, person)
    const outcome = await onRoom(inside, person.roomId, () => writeBan(inside, person))
    if (outcome.ok && wasHere) await changeCounters(inside, person.roomId)
    return outcome
  })

async function writeBan(context: Context, person: PersonInRoom): Promise<Outcome<object>> {
  const { roomId, userId } = person
  if (await isStaff(context, person)) return err({ code: 'staff-protected' })
  await deleteMute(context, person)
  const { numInsertedOrUpdatedRows: written } = await context.db
    .insertInto('room_bans')
    .values({ ...personKey(person), banned_at: context.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written === 1n) await appendRoomEvent(context, roomId, { type: 'viewer-banned', userId })
  context.afterCommit(({ chat }) => chat.ban(roomId, userId))
  return ok({})
}

async function deletePresence({ db }: Context, { roomId, userId }: PersonInRoom): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('presence')
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
