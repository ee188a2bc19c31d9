import { ExplainCards } from '@/features/shelf'
import { RoomDeals } from './room-deals'
import { RoomNews } from './room-news'

/** What lies over the show and is about buying. */
export const dealsParts = { ExplainCards, RoomDeals, RoomNews }
