import * as v from 'valibot'
import { contract, operation } from '../contract'
import { count, idOf } from '../schemas'

export const insights = contract('insights', {
  /** How well a show was seen; medians of those who can tell, null while nobody has. */
  'watch-quality': operation({
    caller: 'merchant',
    effect: 'read',
    input: v.object({ roomId: idOf('room') }),
    output: v.object({
      stays: count,
      firstFrameMs: v.nullable(count),
      latencyMs: v.nullable(count),
      /** Of a thousand parts of the time that people watched, how many they waited. */
      stalledPerMille: v.nullable(count),
    }),
    errors: ['room-not-found'],
  }),
})
