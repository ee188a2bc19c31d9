import type { Page } from 'playwright-core'
import * as v from 'valibot'

const identityCode = v.object({ host: v.string(), code: v.string() })

/**
 * Signs somebody in on a phone whose super-app does not know them, so that two hosts can be compared with one person's
 * data: the server is told the code and the host of that account. What a page draws does not depend on it.
 */
export const signsInAs =
  (persona: string, url: string) =>
  async (page: Page): Promise<void> => {
    await page.route('**/api/session/sign-in', async (route) => {
      const reply = await fetch(`${url}/sandbox/identity/code`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ persona }),
      })
      await route.continue({ postData: JSON.stringify(v.parse(identityCode, await reply.json())) })
    })
  }
