import * as v from 'valibot'
import { contract, operation } from './contract'
import { epochMs, idOf, product, room, roomEvent, roomPulse, roomState, textUpTo } from './schemas'

/** Where a room was shared to; kept with each order that came through it. */
export const shareChannel = v.picklist(['weapp', 'alipay', 'h5'])
export type ShareChannel = v.InferOutput<typeof shareChannel>
export const sharerToken = v.pipe(v.string(), v.maxLength(512))

export const chatCredentials = v.object({
  sdkAppId: v.number(),
  userId: v.string(),
  userSig: v.string(),
  groupId: v.string(),
  expiresAt: epochMs,
})
export type ChatCredentials = v.InferOutput<typeof chatCredentials>

/** Addresses are signed and expire; ask again on every reconnect. */
export const playAddresses = v.object({ flv: v.string(), hls: v.string(), expiresAt: epochMs })

export const roomCard = v.object({
  room,
  viewers: v.number(),
  likes: v.number(),
  /** Up to three products to show on the card. */
  products: v.array(product),
})
export type RoomCard = v.InferOutput<typeof roomCard>

const roomId = { roomId: idOf('room') }
const roomInput = v.object(roomId)

export const rooms = contract('rooms', {
  /** Rooms for the feed: live first, then upcoming by start, then the latest ended. */
  list: operation({
    caller: 'anyone',
    effect: 'read',
    input: v.object({}),
    output: v.object({ rooms: v.array(roomCard), serverTime: epochMs }),
    errors: [],
  }),
  /** Everything a viewer needs, in one call. A sharer token that is forged or expired is ignored. */
  enter: operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object({ ...roomId, sharerToken: v.optional(sharerToken) }),
    output: v.object({
      state: roomState,
      pulse: roomPulse,
      /** Products this viewer has asked to have explained, and the host has not explained since. */
      asked: v.array(idOf('product')),
      chat: chatCredentials,
      play: v.nullable(playAddresses),
      serverTime: epochMs,
      /** True when the sharer token was good: send it again with an order. */
      isShared: v.boolean(),
    }),
    errors: ['room-not-found'],
  }),
  /** Events after number `since`, oldest first, at most 200; call again while `newest` is beyond the last one. */
  events: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ ...roomId, since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
    output: v.object({ events: v.array(roomEvent), newest: v.number() }),
    errors: ['room-not-found'],
  }),
  /** A sign of life every 10 s, with the taps on the heart since the last one (at most 100 count). */
  pulse: operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object({
      ...roomId,
      likes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100)),
    }),
    output: v.object({ pulse: roomPulse, newest: v.number(), serverTime: epochMs }),
    errors: ['room-not-found'],
  }),
  leave: operation({
    caller: 'viewer',
    effect: 'safe',
    input: roomInput,
    output: v.object({}),
    errors: ['room-not-found'],
  }),
  'play-addresses': operation({
    caller: 'viewer',
    effect: 'read',
    input: roomInput,
    output: v.object({ play: v.nullable(playAddresses), serverTime: epochMs }),
    errors: ['room-not-found'],
  }),
  /** A signed token that names the sharer, and the link that opens this room in H5. */
  share: operation({
    caller: 'viewer',
    effect: 'read',
    input: roomInput,
    output: v.object({ sharerToken, link: v.string(), title: v.string(), pictureUrl: v.string() }),
    errors: ['room-not-found'],
  }),

  'list-mine': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ merchantId: idOf('merchant') }),
    output: v.object({ rooms: v.array(roomCard), serverTime: epochMs }),
    errors: [],
  }),
  create: operation({
    caller: 'merchant',
    effect: 'once',
    input: v.object({
      merchantId: idOf('merchant'),
      title: textUpTo(30),
      startsAt: epochMs,
      coverUrl: v.optional(v.pipe(v.string(), v.maxLength(500))),
    }),
    output: v.object({ room }),
    errors: ['picture-invalid'],
  }),
  start: operation({
    caller: 'merchant',
    effect: 'safe',
    input: roomInput,
    output: v.object({ room }),
    errors: ['room-not-found', 'room-ended'],
  }),
  end: operation({
    caller: 'merchant',
    effect: 'safe',
    input: roomInput,
    output: v.object({ room }),
    errors: ['room-not-found', 'room-not-live'],
  }),
  /** Where OBS or ffmpeg pushes to. */
  'push-address': operation({
    caller: 'merchant',
    effect: 'read',
    input: roomInput,
    output: v.object({ server: v.string(), key: v.string(), expiresAt: epochMs }),
    errors: ['room-not-found', 'room-ended'],
  }),
})
