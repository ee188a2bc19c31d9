import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { merchantId } from '../../test/builders/room'
import { checkDraw, recompute } from './draw'
import { composeId, type UserId } from './ids'
import type { DrawResult, RoomDraw } from './room-offers'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const person = (n: number): UserId => composeId('user', `viewer${String(n).padStart(3, '0')}`.padEnd(20, '0'))
const people = (count: number): UserId[] => Array.from({ length: count }, (_, n) => person(n))
const secret = 'a secret nobody knows'

const drawn = (entrants: readonly UserId[], winners: number, change: Partial<DrawResult> = {}): RoomDraw => {
  const result = recompute({ secret, entrants, winners }, sha256)
  return {
    id: composeId('draw', '0'.repeat(12), merchantId),
    prize: '脐橙一箱',
    winners,
    phrase: null,
    commitment: result.commitment,
    closesAt: 1,
    result: {
      secret,
      entrants: entrants.length,
      entrantsHash: result.entrantsHash,
      winners: result.winners.map((userId) => ({ userId, name: '小满' })),
      ...change,
    },
  }
}

it('takes the first by the hash of the secret with their id', () => {
  const entrants = people(5)
  const { winners, commitment, entrantsHash } = recompute({ secret, entrants, winners: 2 }, sha256)
  const hashes = entrants.map((id) => sha256(`${secret}:${id}`)).sort()
  expect(winners.map((id) => sha256(`${secret}:${id}`))).toEqual(hashes.slice(0, 2))
  expect(commitment).toBe(sha256(secret))
  expect(entrantsHash).toBe(sha256(entrants.join('\n')))
})

it('does not depend on the order in which people entered, and counts nobody twice', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(people(12)),
      fc.integer({ min: 1, max: 15 }),
      fc.string(),
      (entrants, winners, hidden) => {
        const input = { secret: hidden, winners }
        const once = recompute({ ...input, entrants: [...entrants].sort() }, sha256)
        expect(recompute({ ...input, entrants: [...entrants, ...entrants] }, sha256)).toEqual(once)
        expect(new Set(once.winners).size).toBe(Math.min(winners, entrants.length))
      },
    ),
  )
})

it('lets everybody win about as often as anybody else', () => {
  const wins = new Map<UserId, number>()
  for (let round = 0; round < 2_000; round += 1)
    for (const id of recompute({ secret: `secret ${round}`, entrants: people(10), winners: 1 }, sha256)
      .winners)
      wins.set(id, (wins.get(id) ?? 0) + 1)
  const sixDeviations = 6 * Math.sqrt(200 * 0.9)
  for (const id of people(10)) expect(Math.abs((wins.get(id) ?? 0) - 200)).toBeLessThan(sixDeviations)
})

it('has no winners when nobody took part', () => {
  expect(recompute({ secret, entrants: [], winners: 3 }, sha256).winners).toEqual([])
})

describe('a check', () => {
  const entrants = people(6)
  it('holds for a draw that kept to its rules', () => {
    expect(checkDraw(drawn(entrants, 2), [...entrants].reverse(), sha256)).toEqual({
      secret: true,
      entrants: true,
      winners: true,
    })
  })

  it('finds a secret that is another, entrants that are others, and winners that were chosen', () => {
    const last = recompute({ secret, entrants, winners: 6 }, sha256).winners.slice(-1)
    const chosen = last.map((userId) => ({ userId, name: '老板的朋友' }))
    expect(checkDraw(drawn(entrants, 1, { winners: chosen }), entrants, sha256)?.winners).toBe(false)
    expect(checkDraw(drawn(entrants, 1, { secret: 'another' }), entrants, sha256)?.secret).toBe(false)
    expect(checkDraw(drawn(entrants, 1), people(7), sha256)?.entrants).toBe(false)
  })

  it('waits for the result', () => {
    expect(checkDraw({ ...drawn(entrants, 1), result: null }, entrants, sha256)).toBeNull()
  })
})
