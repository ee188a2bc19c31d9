import type { Words } from './zh-cn'

export const en: Words = {
  log: 'Chat',
  placeholder: 'Say something…',
  send: 'Send',
  failed: 'Not sent; tap to send again',
  badges: { said: '', own: '', buyer: 'Buyer', host: 'Host', assistant: 'Assistant' },
  muted: 'You have been muted; have a look at the shelf',
  slowMode: (seconds) =>
    seconds === 1 ? 'Slow mode: one message a second' : `Slow mode: one message every ${seconds} seconds`,
  notice: 'Notice',
  pinned: 'Pinned',
  questions: (answers) => (answers === 0 ? 'Ask the host' : `Questions ${answers}`),
  clear: 'Picture only',
  unclear: 'Show chat and products',
  newLines: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  connecting: 'Connecting the chat…',
  offline: 'The chat broke off; reconnecting…',
  welcome: 'Welcome to the room. Please be kind',
  kicked: 'This account entered from another device. Tap to come back',
  problems: {
    'chat-empty': 'Say something first',
    'chat-too-long': 'Too long: at most 200 characters at a time',
    'chat-refused': 'This could not be said here; try other words',
    'chat-muted': 'You have been muted; have a look at the shelf',
    'chat-banned': 'The shop lets this account speak no more',
    'chat-slow-mode': 'Slow mode is on; wait a few seconds',
    'chat-too-fast': 'Too fast; take a breath and go on',
    'chat-repeated': 'You have just said that; say something else',
    'chat-unavailable': 'The chat cannot be used now; try again in a while',
    offline: 'The chat is off; nothing was sent',
  },
}
