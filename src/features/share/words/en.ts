import type { Words } from './zh-cn'

export const en: Words = {
  share: 'Share',
  send: 'Send to a friend',
  copied: 'Link copied: send it to a friend',
  failed: 'Could not share; please try again later',
  preparing: 'Getting the link ready',
  explaining: (product, title) => `Showing ${product} · ${title}`,
  keep: 'Save the poster',
  kept: 'Poster saved',
  keepFailed: 'Could not save the poster; please try again',
  denied: 'The album is closed to this app, so the poster cannot be saved',
  settings: 'Settings',
  noPoster: 'No poster can be drawn here; send the link to a friend',
  posterLabel: (title) => `Poster: ${title}`,
  scan: 'Scan to enter the room',
  liveNow: 'Live now',
  startsAt: (time) => `Starts ${time}`,
  ended: 'The show is over; its shelf is still there',
}
