import type { contracts } from '@/contracts'
import { merchantOf } from '@/domain/ids'
import { err, ok } from '@/domain/result'
import { beijingText } from '../_kernel/beijing-time'
import { csvLine } from '../_kernel/csv-line'
import { loadRoom } from '../_kernel/live/load-rooms'
import type { Implementation, Outcome } from '../_kernel/operation'

type Chat = Implementation<typeof contracts.chat>
type Sheet = Outcome<{ readonly csv: string; readonly count: number }>

const MOST = 50_000

export const exportChat: Chat['export-chat'] = async (context, { roomId }) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const rows = await context.db
    .selectFrom('chat_messages')
    .select(['said_at', 'user_id', 'name', 'text', 'refusal', 'deleted_at'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .orderBy('said_at')
    .orderBy('message_id')
    .limit(MOST + 1)
    .execute()
  return sheetOf(
    ['时间', '账号', '昵称', '内容', '结果', '删除时间'],
    rows.map((row) => [
      beijingText(row.said_at),
      row.user_id,
      row.name,
      row.text,
      RESULTS[row.refusal ?? 'said'] ?? row.refusal ?? '',
      row.deleted_at === null ? '' : beijingText(row.deleted_at),
    ]),
  )
}

export const exportLog: Chat['export-log'] = async (context, { roomId }) => {
  if (!(await loadRoom(context, roomId))) return err({ code: 'room-not-found' })
  const rows = await context.db
    .selectFrom('room_events')
    .select(['seq', 'at', 'type', 'body'])
    .where('merchant_id', '=', merchantOf(roomId))
    .where('room_id', '=', roomId)
    .orderBy('seq')
    .limit(MOST + 1)
    .execute()
  return sheetOf(
    ['序号', '时间', '事件', '内容'],
    rows.map(({ seq, at, type, body }) => [String(seq), beijingText(at), type, JSON.stringify(body)]),
  )
}

/** The sheet is read by people: words, where we have codes. */
const RESULTS: Readonly<Record<string, string>> = {
  said: '已发出',
  'chat-empty': '空白，未发出',
  'chat-too-long': '太长，未发出',
  'chat-refused': '未通过审核',
  'chat-muted': '已禁言，未发出',
  'chat-banned': '已请出，未发出',
  'chat-slow-mode': '慢速模式，未发出',
  'chat-too-fast': '太快，未发出',
  'chat-repeated': '刷屏，未发出',
}

function sheetOf(header: readonly string[], lines: readonly (readonly string[])[]): Sheet {
  if (lines.length > MOST) return err({ code: 'export-too-long' })
  // The mark tells spreadsheets that it is UTF-8.
  return ok({ csv: `\ufeff${[header, ...lines].map(csvLine).join('\r\n')}\r\n`, count: lines.length })
}
