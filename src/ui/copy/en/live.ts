import type { Copy } from '../zh-cn'

export const live: Copy['live'] = {
  entering: 'Entering the room',
  watching: (viewers) => `${viewers} watching`,
  upcomingHint: 'Look at the shelf; the show will play right here',
  startsIn: 'Starts in',
  startsSoon: 'Starting any moment',
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  away: 'The host will be right back',
  awayHint: 'Chat and shelf go on; the picture returns by itself',
  reconnecting: 'The picture broke off; reconnecting',
  playFailed: 'The picture cannot be played right now',
  endedTitle: 'The show has ended',
  endedHint: 'Thanks for watching. See you next time',
  endedLikes: (likes) => `${likes} likes in all`,
  toFeed: 'See other shows',
  toShelf: 'See the shelf',
  offline: 'You are offline; reconnecting…',
  like: 'Like',
  sound: 'Turn the sound on',
}
