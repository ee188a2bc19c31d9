import { dealsParts } from './deals-parts'

export const { ExplainCards, RoomDeals, RoomNews } = dealsParts
