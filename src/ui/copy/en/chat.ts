import type { Copy } from '../zh-cn'

export const chat: Copy['chat'] = {
  log: 'Chat',
  placeholder: 'Say something…',
  send: 'Send',
  sending: 'Sending',
  failed: 'Not sent; tap to send again',
  host: 'Host',
  newLines: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  connecting: 'Connecting the chat…',
  offline: 'The chat broke off; reconnecting…',
  welcome: 'Welcome to the room. Please be kind',
  toLatest: 'To the newest',
}
