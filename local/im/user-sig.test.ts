import { deflateSync } from 'node:zlib'
import { signUserSig } from '../../cloudfunctions/_kernel/adapters/tencent-im/user-sig'
import { checkUserSig } from './user-sig'

const app = { sdkAppId: 1400000001, secretKey: 'key', clock: { now: () => 1_700_000_000_000 } }
const sign = (changes: Partial<Parameters<typeof signUserSig>[0]> = {}): string =>
  signUserSig({
    sdkAppId: app.sdkAppId,
    secretKey: app.secretKey,
    userId: 'mei',
    issuedAtSeconds: 1_700_000_000,
    validSeconds: 60,
    ...changes,
  })

it('lets in who was signed in', () => {
  expect(checkUserSig(app, 'mei', sign())).toBe(0)
})

it.each([
  ['forged', sign({ secretKey: 'guess' }), 70009],
  ['of somebody else', sign({ userId: 'jun' }), 70013],
  ['for another app', sign({ sdkAppId: 1 }), 70014],
  ['expired', sign({ issuedAtSeconds: 1_699_999_000 }), 70001],
  ['missing', '', 70003],
  ['no base64', '%%%', 70003],
  ['no signature at all', deflateSync('{"a":1}').toString('base64'), 70003],
  ['a bomb', deflateSync('x'.repeat(10_000_000)).toString('base64'), 70003],
])('refuses a signature that is %s', (_case, signature, code) => {
  expect(checkUserSig(app, 'mei', signature)).toBe(code)
})
