import { guestIdentity } from './guest-identity'

describe('a guest', () => {
  it('is known by the digest of their key, the same each time', async () => {
    const guest = await guestIdentity.identify('k'.repeat(32))
    expect(guest).toEqual({ ok: true, value: { hostUserId: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(await guestIdentity.identify('k'.repeat(32))).toEqual(guest)
    expect(await guestIdentity.identify('K'.repeat(32))).not.toEqual(guest)
  })

  it.each(['', 'k'.repeat(31), 'k'.repeat(129), ' '.repeat(32), '中'.repeat(32), `${'k'.repeat(32)}\n`])(
    'with a poor key is refused: %j',
    async (key) => {
      expect(await guestIdentity.identify(key)).toEqual({ ok: false, error: { code: 'refused' } })
    },
  )
})
