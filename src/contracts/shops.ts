import * as v from 'valibot'
import { contract, operation } from './contract'
import { roomCard } from './rooms'
import { count, epochMs, idOf, room } from './schemas'

/** A shop as people see it. */
export const shop = v.object({
  id: idOf('merchant'),
  name: v.string(),
  logoUrl: v.string(),
  /** Everybody who follows it, counted. */
  fans: count,
  /** How people reach it where the host has no customer service of its own; empty: the shop told nothing. */
  contact: v.string(),
})
export type Shop = v.InferOutput<typeof shop>

/** A shop that somebody follows: its show of now, or else its next one. */
export const followedShop = v.object({ shop, live: v.nullable(room), next: v.nullable(room) })
export type FollowedShop = v.InferOutput<typeof followedShop>

const shopInput = v.object({ merchantId: idOf('merchant') })
const fans = v.object({ fans: count })

export const shops = contract('shops', {
  /** The shop's card: who it is, what it shows now and what it will. */
  get: operation({
    caller: 'viewer',
    effect: 'read',
    input: shopInput,
    output: v.object({
      shop,
      isFollowing: v.boolean(),
      live: v.nullable(roomCard),
      next: v.array(roomCard),
      serverTime: epochMs,
    }),
    errors: ['shop-not-found'],
  }),
  follow: operation({
    caller: 'viewer',
    effect: 'safe',
    input: shopInput,
    output: fans,
    errors: ['shop-not-found'],
  }),
  unfollow: operation({
    caller: 'viewer',
    effect: 'safe',
    input: shopInput,
    output: fans,
    errors: ['shop-not-found'],
  }),
  /** Shops that the caller follows: who is live now first, then the latest followed; at most 100. */
  'list-followed': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({}),
    output: v.object({ shops: v.array(followedShop), serverTime: epochMs }),
    errors: [],
  }),
})
