import type { SubscribePrompt } from '../ports/subscribe-prompt'

export const subscribePrompt: SubscribePrompt = { ask: async () => 'unsupported' }
