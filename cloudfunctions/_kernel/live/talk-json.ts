import { sql } from 'kysely'
import { KEPT_ANSWERS, KEPT_DELETED, type RoomTalk } from '@/domain/room-talk'

/** What is true about the talking in the room of the row named `rooms`, as JSON. */
export const talkJson = sql<RoomTalk>`json_build_object(
  'notice', rooms.notice,
  'pinned', rooms.pinned,
  'slowModeSeconds', rooms.slow_mode_seconds,
  'muted', (
    select coalesce(json_agg(m.user_id order by m.muted_at, m.user_id), '[]') from room_mutes m
    where m.merchant_id = rooms.merchant_id and m.room_id = rooms.room_id),
  'deleted', (
    select coalesce(json_agg(d.message_id order by d.deleted_at, d.message_id), '[]') from (
      select message_id, deleted_at from chat_messages c
      where c.merchant_id = rooms.merchant_id and c.room_id = rooms.room_id and c.deleted_at is not null
      order by deleted_at desc, message_id desc limit ${KEPT_DELETED}) d),
  'answers', (
    select coalesce(json_agg(json_build_object('id', a.question_id, 'name', a.name,
      'question', a.question, 'answer', a.answer) order by a.answered_at desc, a.question_id), '[]') from (
      select * from questions q
      where q.merchant_id = rooms.merchant_id and q.room_id = rooms.room_id and q.answered_at is not null
      order by answered_at desc, question_id limit ${KEPT_ANSWERS}) a))`
