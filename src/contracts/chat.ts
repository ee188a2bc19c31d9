import * as v from 'valibot'
import { contract, operation } from './contract'
import { chatCredentials } from './rooms'
import { idOf } from './schemas'

export const chat = contract('chat', {
  /** Fresh credentials for the room's chat, when the old ones are about to expire. */
  credentials: operation({
    caller: 'viewer',
    effect: 'read',
    input: v.object({ roomId: idOf('room') }),
    output: chatCredentials,
    errors: ['room-not-found'],
  }),
})
