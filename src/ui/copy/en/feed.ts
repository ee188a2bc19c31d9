import type { Copy } from '../zh-cn'

export const feed: Copy['feed'] = {
  live: 'Live',
  upcoming: 'Coming up',
  ended: 'Ended',
  endedHint: 'These shows are over; you can still see the shelf',
  watching: (viewers) => `${viewers} watching`,
  likes: (likes) => `${likes} likes`,
  startsAt: (time) => `Starts ${time}`,
  emptyTitle: 'Nobody is live',
  emptyHint: 'The hosts are resting; come back in a while',
  look: 'Look again',
  endedAt: (time) => `Live ${time}`,
}
