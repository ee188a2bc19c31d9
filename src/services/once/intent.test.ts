import { afterFailure, intentFor } from './intent'

const keys = () => {
  let count = 0
  return () => `key-${++count}`
}

it('keeps the key while the same wish is tried again', () => {
  const makeKey = keys()
  const first = intentFor(null, '2 oranges', makeKey)
  expect(intentFor(first, '2 oranges', makeKey)).toBe(first)
})

it('takes a new key when the choice was changed', () => {
  const makeKey = keys()
  const first = intentFor(null, '2 oranges', makeKey)
  expect(intentFor(first, '3 oranges', makeKey).key).toBe('key-2')
})

it.each(['offline', 'timeout', 'unreadable', 'busy', 'internal'] as const)(
  'keeps the intent after %s, which may have happened all the same',
  (code) => {
    const intent = { key: 'k', wish: 'w' }
    expect(afterFailure(intent, { code })).toBe(intent)
  },
)

it.each(['sold-out', 'stock-short', 'address-not-found', 'idempotency-conflict'] as const)(
  'ends the intent after %s',
  (code) => {
    expect(afterFailure({ key: 'k', wish: 'w' }, { code })).toBeNull()
  },
)
