import * as v from 'valibot'
import { operation } from './contract'
import { count, idOf } from './schemas'

const roomId = { roomId: idOf('room') }
/** Everybody who wants to be told, counted. */
const reserved = { reserved: count }
/** Which message to ask the caller for; null: their host carries none, or none is configured. */
const template = { template: v.nullable(v.string()) }

/** Operations of `rooms` around a show to come. */
export const reservationOperations = {
  /** The caller's standing with one show. */
  'get-reservation': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object(roomId),
    output: v.object({ ...reserved, isReserved: v.boolean(), ...template }),
    errors: ['room-not-found'],
  }),
  /** Shows to come that the caller wants to be told of. */
  'list-reservations': operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({}),
    output: v.object({ rooms: v.array(idOf('room')), ...template }),
    errors: [],
  }),
  /** Once for each answer to the host's question: `isGranted` means that one more message may be sent. */
  reserve: operation({
    caller: 'viewer',
    effect: 'once',
    input: v.object({ ...roomId, isGranted: v.boolean() }),
    output: v.object({
      ...reserved,
      /** Messages that the caller lets us send for this show. */
      permissions: count,
    }),
    errors: ['room-not-found', 'room-started', 'room-ended'],
  }),
  'cancel-reservation': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object(roomId),
    output: v.object(reserved),
    errors: ['room-not-found'],
  }),
}
