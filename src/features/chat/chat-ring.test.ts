import fc from 'fast-check'
import {
  changeRow,
  type ChatRow,
  clearRows,
  emptyRing,
  inOrder,
  KEPT,
  newestRow,
  pushRows,
  SLOTS,
} from './chat-ring'

const rowOf = (index: number): ChatRow => ({
  key: `k${index}`,
  userId: 'u_lin',
  name: '林小满',
  text: `第 ${index} 句`,
  tone: 'said',
  fate: 'said',
  times: 1,
})
const rows = (from: number, count: number): ChatRow[] =>
  Array.from({ length: count }, (_, index) => rowOf(from + index))

it('shows the last fifty in the order they were said, however they arrive', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 130 }), { maxLength: 30 }), (bursts) => {
      let ring = emptyRing
      let said = 0
      for (const burst of bursts) {
        ring = pushRows(ring, rows(said, burst))
        said += burst
      }
      const first = Math.max(0, said - SLOTS)
      expect(inOrder(ring)).toEqual(rows(first, said - first))
      expect(newestRow(ring)).toEqual(said === 0 ? null : rowOf(said - 1))
    }),
  )
})

it('changes only as many slots as there are new rows', () => {
  const full = pushRows(emptyRing, rows(0, SLOTS + 7))
  const after = pushRows(full, rows(SLOTS + 7, 10))
  expect(after.slots.filter((row, slot) => row !== full.slots[slot])).toHaveLength(10)
})

it('changes a row where it is, and leaves the ring alone when it has gone', () => {
  const ring = pushRows(pushRows(emptyRing, rows(0, SLOTS)), rows(SLOTS, 1))
  const fail = (row: ChatRow): ChatRow => ({ ...row, fate: 'failed' })
  expect(changeRow(ring, `k${SLOTS}`, fail).slots[0]?.fate).toBe('failed')
  expect(changeRow(ring, 'k0', fail)).toEqual(ring)
})

it('keeps the latest of one’s own and the shop’s, in order, whatever a flood says', () => {
  const kept = (['own', 'host', 'assistant', 'own', 'host', 'own'] as const).map((tone, n) => ({
    ...rowOf(1_000 + n),
    tone,
  }))
  let ring = pushRows(emptyRing, kept)
  for (let n = 0; n < 30; n += 1) ring = pushRows(ring, rows(n * 10, 10))
  expect(ring.slots).toHaveLength(SLOTS)
  expect(inOrder(ring).slice(0, KEPT)).toEqual(kept.slice(-KEPT))
  expect(inOrder(ring).slice(KEPT)).toEqual(rows(300 - SLOTS + KEPT, SLOTS - KEPT))
  const after = pushRows(ring, rows(300, 10))
  expect(after.slots.filter((row, slot) => row !== ring.slots[slot])).toHaveLength(10 + KEPT)
})

it('empties rows where they are, and passes over them for the newest', () => {
  const ring = pushRows(emptyRing, rows(0, 3))
  const cleared = clearRows(ring, ({ key }) => key === 'k2')
  expect(cleared.slots[2]).toMatchObject({ name: '', text: '', fate: 'gone' })
  expect(newestRow(cleared)?.key).toBe('k1')
  expect(clearRows(cleared, ({ key }) => key === 'k2')).toBe(cleared)
})
