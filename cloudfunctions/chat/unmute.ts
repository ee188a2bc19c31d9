import type { contracts } from '@/contracts'
import { ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'
import { appendRoomEvent } from '../_kernel/room-log'
import { inTransaction } from '../_kernel/transaction'
import { onRoom } from './on-room'
import { deleteMute, type PersonInRoom } from './person-in-room'

export const unmute: Implementation<typeof contracts.chat>['unmute'] = (context, { roomId, userId }) =>
  onRoom(context, roomId, async (inside) => {
    await lift(inside, { roomId, userId })
    return ok({})
  })

async function lift(context: Context, person: PersonInRoom): Promise<void> {
  const { roomId, userId } = person
  if (!(await deleteMute(context, person))) return
  await appendRoomEvent(context, roomId, { type: 'viewer-unmuted', userId })
  context.afterCommit(({ chat }) => chat.mute(roomId, userId, 0))
}

/** Mutes whose time is over: the room hears of it, as it heard of their beginning. */
export async function liftDueMutes(context: Context): Promise<void> {
  const due = await context.db
    .selectFrom('room_mutes')
    .select(['room_id as roomId', 'user_id as userId'])
    .where('until', '<=', context.clock.now())
    .orderBy('until')
    .limit(100)
    .execute()
  for (const person of due)
    await inTransaction(context, async (inside) => {
      if (await isStillDue(inside, person)) await lift(inside, person)
    })
}

/** The host may have muted them for longer meanwhile. */
async function isStillDue({ db, clock }: Context, { roomId, userId }: PersonInRoom): Promise<boolean> {
  const row = await db
    .selectFrom('room_mutes')
    .select('until')
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .where('until', '<=', clock.now())
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
