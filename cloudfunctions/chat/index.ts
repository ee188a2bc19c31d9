import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import type { Route } from '../_kernel/route'
import { credentials } from './credentials'
import { handleImWebhook } from './im-webhook'

/** The token in the address is how the vendor, which signs nothing, is told from others. */
const imWebhook: Route = {
  method: 'POST',
  path: '/notify/im/:token',
  async handle(context, { body, params, query }) {
    const webhook = { query: { ...query, token: params.token ?? '' }, body: parseJson(body) }
    const reply = await handleImWebhook(context, webhook)
    return { status: reply.status, type: 'application/json', body: JSON.stringify(reply.body) }
  },
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const chat = cloudFunction(contracts.chat, { credentials }, { routes: [imWebhook] })
