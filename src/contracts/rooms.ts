import * as v from 'valibot'
import { QUALITY_IDS } from '@/domain/quality'
import { contract, operation } from './contract'
import { reservationOperations } from './reservations'
import { roomEvent, roomState } from './room-state'
import { count, epochMs, idOf, product, room, roomPulse } from './schemas'

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

const quality = v.object({ id: v.picklist(QUALITY_IDS), flv: v.string(), hls: v.string() })
/** The show's ladder, best first. Addresses are signed and expire; ask again on every reconnect. */
export const playAddresses = v.object({
  qualities: v.pipe(v.array(quality), v.minLength(1)),
  expiresAt: epochMs,
})

export const roomCard = v.object({
  room,
  viewers: v.number(),
  likes: v.number(),
  /** Up to three products to show on the card. */
  products: v.array(product),
  /** The show is over and can be watched again. */
  hasReplay: v.boolean(),
})
export type RoomCard = v.InferOutput<typeof roomCard>

/** From where to where in a replay, in milliseconds. */
const span = { from: count, to: count }
const chapter = v.object({
  productId: idOf('product'),
  name: v.string(),
  pictureUrl: v.string(),
  ...span,
})
/** Video without a gap; what comes before the show is skipped. Its address is signed and expires. */
const replayPart = v.object({ url: v.string(), startsAt: epochMs, durationMs: count, skipMs: count })

const roomId = { roomId: idOf('room') }
export const roomInput = v.object(roomId)

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
    errors: ['room-not-found', 'room-banned'],
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
    errors: ['room-not-found', 'room-banned'],
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
    errors: ['room-not-found', 'room-banned'],
  }),
  /**
   * An ended show to watch again. `start` is the room before its first event, with the goods and prices of today;
   * `events` tells what follows. No parts: there is no recording.
   */
  replay: operation({
    caller: 'viewer',
    effect: 'read',
    input: roomInput,
    output: v.object({
      start: roomState,
      parts: v.array(replayPart),
      chapters: v.array(chapter),
      serverTime: epochMs,
    }),
    errors: ['room-not-found'],
  }),
  /** Where a product was explained in shows that can be watched again, the latest first. */
  'list-clips': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ productId: idOf('product') }),
    output: v.object({
      clips: v.array(v.object({ roomId: idOf('room'), title: v.string(), startsAt: epochMs, ...span })),
    }),
    errors: [],
  }),
  /** What a show was, and what its shop shows now or next; zeros before it began. */
  summary: operation({
    caller: 'viewer',
    effect: 'read',
    input: roomInput,
    output: v.object({
      durationMs: count,
      /** People who were there while it was on, without those who work for the shop. */
      watched: count,
      likes: count,
      hasReplay: v.boolean(),
      next: v.nullable(room),
      serverTime: epochMs,
    }),
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
  /** The code that the caller's host draws for its own camera; null: it draws none, and the link's own code is used. */
  'share-code': operation({
    caller: 'viewer',
    effect: 'safe',
    input: roomInput,
    output: v.object({ pictureUrl: v.nullable(v.string()) }),
    errors: ['room-not-found'],
  }),

  ...reservationOperations,
})
