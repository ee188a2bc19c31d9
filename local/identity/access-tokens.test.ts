import { HOUR, MINUTE } from '@/domain/time'
import { FakeClock } from '../../test/builders/fake-clock'
import { systemRandom } from '../wallets/random'
import { createAccessTokens } from './access-tokens'

describe('an access token', () => {
  it('is the same for everybody while it lasts', () => {
    const clock = new FakeClock()
    const tokens = createAccessTokens(clock, systemRandom)
    const first = tokens.issue()
    expect(first.expires_in).toBe(7_200)
    clock.advance(HOUR)
    expect(tokens.issue()).toEqual({ ...first, expires_in: 3_600 })
  })

  it('is followed by the next before it runs out, and both are good until then', () => {
    const clock = new FakeClock()
    const tokens = createAccessTokens(clock, systemRandom)
    const first = tokens.issue().access_token
    clock.advance(2 * HOUR - 4 * MINUTE)
    const next = tokens.issue().access_token
    expect(next).not.toBe(first)
    expect([tokens.judge(first), tokens.judge(next)]).toEqual(['good', 'good'])
    clock.advance(4 * MINUTE)
    expect([tokens.judge(first), tokens.judge(next)]).toEqual(['expired', 'good'])
  })

  it('that nobody issued, or that was revoked, is unknown', () => {
    const tokens = createAccessTokens(new FakeClock(), systemRandom)
    const token = tokens.issue().access_token
    tokens.revoke()
    expect([tokens.judge(token), tokens.judge('x')]).toEqual(['unknown', 'unknown'])
  })
})
