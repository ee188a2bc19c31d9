import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { create } from './create'
import { end } from './end'
import { enter } from './enter'
import { events } from './events'
import { leave } from './leave'
import { list } from './list'
import { listMine } from './list-mine'
import { playAddresses } from './play-addresses'
import { pulse } from './pulse'
import { pushAddress } from './push-address'
import { share } from './share'
import { sharePage } from './share-page'
import { start } from './start'
import { streamNotice } from './stream-notice'

export const rooms = cloudFunction(
  contracts.rooms,
  {
    list,
    enter,
    events,
    pulse,
    leave,
    'play-addresses': playAddresses,
    share,
    'list-mine': listMine,
    create,
    start,
    end,
    'push-address': pushAddress,
  },
  { routes: [sharePage, streamNotice] },
)
