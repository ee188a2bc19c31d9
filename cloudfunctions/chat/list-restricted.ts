import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import { merchantOf, type RoomId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Context, Implementation } from '../_kernel/operation'

const MOST = 200

/** A mute that is over and not lifted yet is not among them: nobody is held to it. */
export const listRestricted: Implementation<typeof contracts.chat>['list-restricted'] = async (
  context,
  { roomId },
) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  return ok({ muted: await listMuted(context, roomId), banned: await listBanned(context, roomId) })
}

const name = sql<string>`coalesce(users.nickname, '')`.as('name')

const listMuted = ({ db, clock }: Context, roomId: RoomId) =>
  db
    .selectFrom('room_mutes')
    .leftJoin('users', 'users.user_id', 'room_mutes.user_id')
    .select(['room_mutes.user_id as userId', 'room_mutes.until', name])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', clock.now())]))
    .orderBy('muted_at', 'desc')
    .limit(MOST)
    .execute()

const listBanned = ({ db }: Context, roomId: RoomId) =>
  db
    .selectFrom('room_bans')
    .leftJoin('users', 'users.user_id', 'room_bans.user_id')
    .select(['room_bans.user_id as userId', name])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .orderBy('banned_at', 'desc')
    .limit(MOST)
    .execute()
