import type { Words } from './zh-cn'

export const en: Words = {
  live: 'Live',
  upcoming: 'Coming up',
  ended: 'Ended',
  endedHint: 'Some can be watched again; what they sold can still be bought',
  replay: 'Replay',
  watching: (viewers) => `${viewers} watching`,
  likes: (likes) => `${likes} likes`,
  startsAt: (time) => `Starts ${time}`,
  emptyTitle: 'Nobody is live',
  emptyHint: 'The hosts are resting; come back in a while',
  soldOut: 'Sold out',
  look: 'Look again',
  endedAt: (time) => `Live ${time}`,
}
