import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { cancelReservation } from './cancel-reservation'
import { create } from './create'
import { end } from './end'
import { enter } from './enter'
import { events } from './events'
import { getReservation } from './get-reservation'
import { leave } from './leave'
import { list } from './list'
import { listClips } from './list-clips'
import { listMine } from './list-mine'
import { listReservations } from './list-reservations'
import { playAddresses } from './play-addresses'
import { pulse } from './pulse'
import { pushAddress } from './push-address'
import { replay } from './replay'
import { reserve } from './reserve'
import { share } from './share'
import { shareCode } from './share-code'
import { sharePage } from './share-page'
import { start } from './start'
import { streamNotices } from './stream-notice'
import { tellStarts } from './tell-start'
import { summary } from './summary'

export const rooms = cloudFunction(
  contracts.rooms,
  {
    list,
    enter,
    events,
    pulse,
    leave,
    'play-addresses': playAddresses,
    replay,
    'list-clips': listClips,
    summary,
    share,
    'share-code': shareCode,
    'get-reservation': getReservation,
    'list-reservations': listReservations,
    reserve,
    'cancel-reservation': cancelReservation,
    'list-mine': listMine,
    create,
    start,
    end,
    'push-address': pushAddress,
  },
  { routes: [sharePage, ...streamNotices], duties: [tellStarts] },
)
