import { inflateSync } from 'node:zlib'
import { signUserSig } from './user-sig'

/** Made by the vendor's own package, tls-sig-api-v2 1.0.2, from the values below at 1700000000. */
const FROM_VENDOR =
  'eJw1yssOgjAUBNB-uVsNtFChbeKClSxMfEbsyqAteCUi8lCC8d9NAGc3Z*YD**XOepkSJDgWgWnfUZu8xgR7bk6EOi6beT4X8fmiTZJe8TY*K53FRYEaJGVkCB2WGu8GJPVHJYOatsDSgOQe*1OFKUhQi7AR1TYKc-u4aQ*uYOtVNomeb6dVrh1y0XUqyIOH8tUcvj-M0zTk'

const signed = {
  sdkAppId: 1400000001,
  secretKey: '8d1f7bb1d1b0b3e7c2f5a4d39c6b8e0f',
  userId: 'u_0123456789abcdefghij',
  issuedAtSeconds: 1_700_000_000,
  validSeconds: 86_400,
}

// compressed bytes may differ from one zlib to the next, what they hold may not
function open(userSig: string): unknown {
  const base64 = userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString())
}

it('signs what the vendor’s own package signs', () => {
  expect(open(signUserSig(signed))).toEqual(open(FROM_VENDOR))
})

it('uses no character that an address would change', () => {
  for (let second = 0; second < 50; second += 1)
    expect(signUserSig({ ...signed, issuedAtSeconds: second })).toMatch(/^[\w*-]+$/)
})
