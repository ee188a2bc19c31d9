import type { Copy } from '../zh-cn'

export const chat: Copy['chat'] = {
  log: 'Chat',
  placeholder: 'Say something…',
  send: 'Send',
  failed: 'Not sent; tap to send again',
  host: 'Host',
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
    offline: 'The chat is off; nothing was sent',
  },
}
