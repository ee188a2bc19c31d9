import { GroupLog, type LogEntry } from './group-log'

const line = (seq: number, more: Partial<LogEntry> = {}): LogEntry => ({
  seq,
  at: 0,
  json: JSON.stringify({ MsgSeq: seq }),
  speech: { from: 'mei', random: seq },
  ...more,
})
const filled = (count: number, more: Partial<LogEntry> = {}): GroupLog => {
  const log = new GroupLog(0)
  for (let n = 0; n < count; n += 1) log.append((seq) => line(seq, more))
  return log
}

it('answers with what came after a number, a hundred at a time', () => {
  const log = filled(150)
  expect(log.since(148).map((entry) => entry.seq)).toEqual([148, 149])
  expect(log.since(150)).toEqual([])
  const first = log.since(0)
  expect([first.length, first[0]?.seq, first.at(-1)?.seq]).toEqual([100, 0, 99])
})

it('keeps the last thousand messages', () => {
  expect(filled(1_010).since(0)[0]?.seq).toBe(10)
})

it('keeps no more than a mebibyte', () => {
  expect(filled(100, { json: 'x'.repeat(20_000) }).since(0)).toHaveLength(52)
})

it('marks the last twenty spoken lines as history', () => {
  const log = filled(30)
  log.append((seq) => line(seq, { speech: null }))
  const history = log.history().map((json): unknown => JSON.parse(json))
  expect(history).toHaveLength(20)
  expect(history.at(-1)).toEqual({ MsgSeq: 29, IsHistoryMsg: 1 })
})

it('knows a message that is sent again within five minutes', () => {
  const log = filled(1)
  expect(log.isRepeat('mei', 0, 1_000)).toBe(true)
  expect(log.isRepeat('jun', 0, 1_000)).toBe(false)
  expect(log.isRepeat('mei', 1, 1_000)).toBe(false)
  expect(log.isRepeat('mei', 0, 300_000)).toBe(false)
})

it('counts on from before a restart', () => {
  const evening = new GroupLog(1_700_000_000_000)
  for (let n = 0; n < 400; n += 1) evening.append((seq) => line(seq))
  expect(new GroupLog(1_700_000_010_000).nextSeq).toBeGreaterThan(evening.nextSeq)
})
