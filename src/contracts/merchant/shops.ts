import * as v from 'valibot'
import { contract, operation } from '../contract'
import { idOf } from '../schemas'
import { shop } from '../shops'

export const shops = contract('shops', {
  /** What people read who want to reach the shop; empty takes it away. */
  'set-contact': operation({
    caller: 'merchant',
    effect: 'safe',
    input: v.object({
      merchantId: idOf('merchant'),
      // eslint-disable-next-line no-control-regex -- control characters are exactly what must be refused
      contact: v.pipe(v.string(), v.trim(), v.maxLength(60), v.regex(/^[^\u0000-\u001f\u007f]*$/)),
    }),
    output: v.object({ shop }),
    errors: [],
  }),
})
