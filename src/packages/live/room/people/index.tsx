import { peopleParts } from './people-parts'

export const { ShopFollow, UpcomingParts } = peopleParts
