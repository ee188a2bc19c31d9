import { sql } from 'kysely'
import type { contracts } from '@/contracts'
import type { Report } from '@/contracts/merchant/chat'
import { merchantOf, type MerchantId } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import type { Context, Implementation } from '../_kernel/operation'

type Chat = Implementation<typeof contracts.chat>

const MOST_LISTED = 100

export const listReports: Chat['list-reports'] = async (context, { merchantId }) => {
  const rows = await selectReports(context, merchantId)
    .orderBy(sql`settled_at is not null`)
    .orderBy('settled_at', 'desc')
    .orderBy('reported_at')
    .orderBy('report_id')
    .limit(MOST_LISTED)
    .execute()
  return ok({ reports: rows.map(presentReport) })
}

const nameOf = (column: string) =>
  sql<string>`coalesce((select nickname from users u where u.user_id = ${sql.ref(column)}), '')`

const selectReports = ({ db }: Context, merchantId: MerchantId) =>
  db
    .selectFrom('reports')
    .innerJoin('rooms', (join) =>
      join
        .onRef('rooms.merchant_id', '=', 'reports.merchant_id')
        .onRef('rooms.room_id', '=', 'reports.room_id'),
    )
    .leftJoin('chat_messages as said', (join) =>
      join
        .onRef('said.merchant_id', '=', 'reports.merchant_id')
        .onRef('said.room_id', '=', 'reports.room_id')
        .onRef('said.message_id', '=', 'reports.message_id'),
    )
    .selectAll('reports')
    .select(['rooms.title as room_title', 'said.text', 'said.deleted_at'])
    .select([
      nameOf('reports.reporter_id').as('reporter_name'),
      nameOf('reports.accused_id').as('accused_name'),
    ])
    .where('reports.merchant_id', '=', merchantId)

type Row = Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>

const presentReport = (row: Row): Report => ({
  id: row.report_id,
  roomId: row.room_id,
  roomTitle: row.room_title,
  reason: row.reason,
  note: row.note,
  reporterName: row.reporter_name,
  accused: row.accused_id === null ? null : { userId: row.accused_id, name: row.accused_name },
  message:
    row.message_id === null
      ? null
      : { id: row.message_id, text: row.text ?? '', isDeleted: row.deleted_at !== null },
  reportedAt: row.reported_at,
  settledAt: row.settled_at,
})

export const settleReport: Chat['settle-report'] = async ({ db, clock }, { reportId }) => {
  const { numUpdatedRows } = await db
    .updateTable('reports')
    .set((row) => ({ settled_at: row.fn.coalesce('settled_at', sql<number>`${clock.now()}`) }))
    .where('merchant_id', '=', merchantOf(reportId))
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? ok({}) : err({ code: 'report-not-found' })
}
