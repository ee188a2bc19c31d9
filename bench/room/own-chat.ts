import type { Page } from 'playwright-core'
import type { ChatGroups } from '../../cloudfunctions/_kernel/ports/chat-groups'
import { composeId } from '@/domain/ids'

/** Lets a viewer enter the product's room and another chat server's group, which this bench floods. */
export async function enterWith(page: Page, groups: ChatGroups): Promise<void> {
  const userId = composeId('user', 'flooded'.padEnd(20, '0'))
  await page.route('**/api/rooms/enter', async (route) => {
    const reply = await route.fetch()
    const body = (await reply.json()) as { data: { chat: object } }
    const { userSig } = groups.sign(userId)
    body.data.chat = { ...body.data.chat, userId, userSig }
    await route.fulfill({ response: reply, json: body })
  })
}
