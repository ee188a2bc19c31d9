import * as v from 'valibot'
import { contract, operation } from '../contract'
import { epochMs, idOf, room, textUpTo } from '../schemas'
import { roomCard, roomInput } from '../rooms'

export const rooms = contract('rooms', {
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
