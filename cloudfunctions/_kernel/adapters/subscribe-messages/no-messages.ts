import { err } from '@/domain/result'
import type { SubscribeMessages } from '../../ports/subscribe-messages'

/** A browser carries no messages; neither does a host whose template is not configured. */
export const noMessages: SubscribeMessages = {
  startTemplate: null,
  tellStart: async () => err({ code: 'refused' }),
}
