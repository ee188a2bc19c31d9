import { isId, merchantOf } from '@/domain/ids'
import { randomIds } from './random-ids'

it('makes ids of every kind, and keeps the merchant in those that live with one', () => {
  const merchant = randomIds.make('merchant')
  const order = randomIds.make('order', merchant)
  expect(isId('merchant', merchant) && isId('order', order) && isId('user', randomIds.make('user'))).toBe(
    true,
  )
  expect(merchantOf(order)).toBe(merchant)
})

it('makes secrets of 256 bits, each another', () => {
  const secrets = Array.from({ length: 100 }, () => randomIds.makeSecret())
  expect(new Set(secrets).size).toBe(100)
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/)
})

it('draws every character about as often as any other', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 2_000; i += 1)
    for (const character of randomIds.makeCorrelationId())
      counts.set(character, (counts.get(character) ?? 0) + 1)
  expect(counts.size).toBe(36)
  const sixDeviations = 6 * Math.sqrt((40_000 / 36) * (35 / 36))
  for (const count of counts.values()) expect(Math.abs(count - 40_000 / 36)).toBeLessThan(sixDeviations)
})
