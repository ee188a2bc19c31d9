import { setUpApplication } from '../../test/builders/test-application'
import { givenMerchant } from '../../test/builders/given'
import { session } from './index'

const test = setUpApplication([session])
const signIn = (code: string, host = 'weapp') => test().as(null).ask('session/sign-in', { host, code })

it('gives the same person the same user, whoever they are on another host', async () => {
  const first = await signIn('code-mei')
  const again = await signIn('code-mei')
  const other = await signIn('code-mei', 'alipay')
  expect(again.profile).toEqual(first.profile)
  expect(other.profile.id).not.toBe(first.profile.id)
  expect(first.profile).toMatchObject({ host: 'weapp', nickname: 'mei', memberOf: [] })
})

it('makes one user when a person signs in twice at once', async () => {
  const both = await Promise.all([signIn('code-mei'), signIn('code-mei')])
  expect(both[0].profile.id).toBe(both[1].profile.id)
})

it('counts everybody as a person of their own at first, and keeps whom they are counted as', async () => {
  for (const host of ['weapp', 'weapp', 'alipay']) await signIn('code-mei', host)
  const people = () => test().db.selectFrom('users').select('person_id').orderBy('user_id').execute()
  const first = await people()
  expect(new Set(first.map((user) => user.person_id)).size).toBe(2)
  await signIn('code-mei')
  expect(await people()).toEqual(first)
})

it('gives a session that lasts a day', async () => {
  const { token, expiresAt, profile } = await signIn('code-mei')
  const actor = { userId: profile.id, host: profile.host, token }
  expect(await test().as(actor).ask('session/me')).toEqual(profile)
  test().clock.advance(expiresAt - test().clock.now())
  expect(await test().as(actor).refusal('session/me')).toBe('session-expired')
})

it('names a person whom the host does not name', async () => {
  const reply = await test().application.invoke(
    'session',
    { operation: 'sign-in', input: { host: 'weapp', code: 'cloud' } },
    { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: 'openid-1' },
  )
  expect(reply).toMatchObject({
    ok: true,
    data: { profile: { nickname: expect.stringMatching(/^微信用户 \w{4}$/) } },
  })
})

it('trusts the cloud about a person only when the cloud says so itself', async () => {
  const event = { operation: 'sign-in', input: { host: 'weapp', code: 'cloud' } }
  for (const environment of [{}, { WX_OPENID: 'openid-1' }, { WX_CONTEXT_KEYS: 'WX_OPENID' }])
    expect(await test().application.invoke('session', event, environment)).toMatchObject({
      error: { code: 'sign-in-failed' },
    })
  expect(await test().as(null).refusal('session/sign-in', event.input)).toBe('sign-in-failed')
})

it('tells a refused code from a host that does not answer', async () => {
  expect(await test().as(null).refusal('session/sign-in', { host: 'weapp', code: 'stolen' })).toBe(
    'sign-in-failed',
  )
  expect(await test().as(null).refusal('session/sign-in', { host: 'weapp', code: 'down' })).toBe('busy')
})

it('tells people which shops they work for', async () => {
  const host = await test().someone()
  const merchantId = await givenMerchant(test(), host)
  const { memberOf } = await test().as(host).ask('session/me')
  expect(memberOf).toEqual([
    { merchantId, merchantName: '云岭果园', merchantLogoUrl: '/media/logo.jpg', role: 'host' },
  ])
})

it('ends the session of a person who is gone', async () => {
  const ghost = await test().someone()
  await test().db.deleteFrom('users').execute()
  expect(await test().as(ghost).refusal('session/me')).toBe('unauthenticated')
})
