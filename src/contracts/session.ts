import * as v from 'valibot'
import { contract, operation } from './contract'
import { address, epochMs, host, idOf, textUpTo } from './schemas'

export const merchantMember = v.object({
  merchantId: idOf('merchant'),
  merchantName: v.string(),
  merchantLogoUrl: v.string(),
  role: v.picklist(['owner', 'host', 'assistant']),
})
export const profile = v.object({
  id: idOf('user'),
  host,
  nickname: v.string(),
  avatarUrl: v.string(),
  /** Limits count them as whoever has that phone, in either super-app. */
  isPhoneVerified: v.boolean(),
  /** Shops this person works for; empty for a viewer. */
  memberOf: v.array(merchantMember),
})
export type Profile = v.InferOutput<typeof profile>

const addressInput = v.object({
  name: textUpTo(20),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^1[3-9]\d{9}$/)),
  region: textUpTo(60),
  detail: textUpTo(120),
  isDefault: v.optional(v.boolean(), false),
})

export const session = contract('session', {
  /** Trades the host's one-time code (`wx.login`, `my.getAuthCode`; a random guest key on H5) for our own token. */
  'sign-in': operation({
    caller: 'anyone',
    effect: 'safe',
    input: v.object({ host, code: v.pipe(v.string(), v.minLength(1), v.maxLength(512)) }),
    output: v.object({ token: v.string(), expiresAt: epochMs, profile }),
    errors: ['sign-in-failed'],
  }),
  me: operation({ caller: 'viewer', effect: 'read', input: v.object({}), output: profile, errors: [] }),
  /**
   * Trades the host's proof of the person's phone for being counted as whoever has that phone, in either super-app:
   * WeChat's code (`getPhoneNumber`), or what `my.getPhoneNumber` answered as JSON. A proof that is no good is an
   * `invalid-request`; the number itself is not kept.
   */
  'verify-phone': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)) }),
    output: profile,
    errors: [],
  }),
  'list-addresses': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({}),
    output: v.object({ addresses: v.array(address) }),
    errors: [],
  }),
  /** Adds an address, or changes the one named by `id`. */
  'save-address': operation({
    caller: 'viewer',
    effect: 'once',
    input: v.object({ ...addressInput.entries, id: v.optional(idOf('address')) }),
    output: address,
    errors: ['address-not-found', 'address-limit'],
  }),
  'remove-address': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object({ id: idOf('address') }),
    output: v.object({}),
    errors: [],
  }),
})
