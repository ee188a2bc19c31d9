import * as v from 'valibot'
import { contract, operation } from './contract'
import { idOf } from './schemas'

export const onShelf = { roomId: idOf('room'), productId: idOf('product') }

export const shelf = contract('shelf', {
  /** One ask per person and product until it is explained; `asks` people wait, nobody while it is being explained. */
  'ask-to-explain': operation({
    caller: 'viewer',
    effect: 'safe',
    input: v.object(onShelf),
    output: v.object({ asks: v.number() }),
    errors: ['room-not-found', 'room-not-live', 'product-off-shelf'],
  }),
})
