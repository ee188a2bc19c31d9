export { ChatInput } from './chat-input'
export { ChatLog, type ChatLogProps } from './chat-log'
export { ChatStatus } from './chat-status'
export { type ChatHandle, useChat } from './use-chat'
