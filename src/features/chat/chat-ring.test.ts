import fc from 'fast-check'
import { changeRow, type ChatRing, type ChatRow, emptyRing, newestRow, pushRows, SLOTS } from './chat-ring'

const rowOf = (index: number): ChatRow => ({
  key: `k${index}`,
  name: '林小满',
  text: `第 ${index} 句`,
  tone: 'said',
  fate: 'said',
})
const rows = (from: number, count: number): ChatRow[] =>
  Array.from({ length: count }, (_, index) => rowOf(from + index))
const inOrder = ({ slots, head }: ChatRing): readonly ChatRow[] => [
  ...slots.slice(head),
  ...slots.slice(0, head),
]

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
